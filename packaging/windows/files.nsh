; What of ours lies on the disk: the list of it, how a version takes the place of another, and how only that goes again.
;
; A version is laid whole into a staging folder beside the old one. Then whatever stands at the same place is moved into
; a second folder and the new moved in, a few renames. The list of installed files names what may ever be deleted.

!define PROGRAM "SmartPNS.exe"
!define CONSOLE "smartpns-cli.exe"
!define UNINSTALLER "uninstall.exe"
!define LIST "uninstall.txt"
!define STAGING ".smartpns-baru"
!define REPLACED ".smartpns-lama"
; With this file beside it the program keeps its data there, too, and Windows is told nothing.
!define PORTABLE "portable.txt"

Var ListFile

Function MakeStaging
  RMDir /r "$INSTDIR\${STAGING}"
  CreateDirectory "$INSTDIR\${STAGING}"
  ${IfNot} ${FileExists} "$INSTDIR\${STAGING}\*.*"
    Call RefuseReadOnly
  ${EndIf}
FunctionEnd

; Writes down every file that was just laid out, each folder behind what it holds: the order in which they are deleted.
Function ListStaging
  FileOpen $ListFile "$INSTDIR\${STAGING}\${LIST}" w
  Push ""
  Call ListFolder
  FileClose $ListFile
FunctionEnd

Function ListFolder
  Exch $0 ; the folder below the staging folder: nothing, or a path that ends in a backslash
  Push $1
  Push $2
  FindFirst $1 $2 "$INSTDIR\${STAGING}\$0*.*"
  ${DoUntil} $2 == ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      ${If} ${FileExists} "$INSTDIR\${STAGING}\$0$2\*.*"
        Push "$0$2\"
        Call ListFolder
      ${Else}
        FileWriteUTF16LE $ListFile "$0$2$\r$\n"
      ${EndIf}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
  ${If} $0 != ""
    FileWriteUTF16LE $ListFile "$0$\r$\n"
  ${EndIf}
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

; Puts the new version in the place of the old. Where something is held by another program, all goes back as it was.
Function ChangeOver
  ${Do}
    CreateDirectory "$INSTDIR\${REPLACED}"
    Call MoveIn
    ${If} $1 == ""
      ${ExitDo}
    ${EndIf}
    Call MoveOut
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Held)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 4
      Abort
    again:
  ${Loop}
  Call DropReplaced
FunctionEnd

; An antivirus that looks at a new file holds it for a moment: eight seconds of patience. $9: 1 when it is done.
!macro Move FROM TO
  StrCpy $9 0
  ${For} $8 1 32
    ClearErrors
    Rename "${FROM}" "${TO}"
    ${IfNot} ${Errors}
      StrCpy $9 1
      ${ExitFor}
    ${EndIf}
    Sleep 250
  ${Next}
!macroend

; $1: nothing, or the name of what cannot be moved.
Function MoveIn
  ${Do}
    Push "$INSTDIR\${STAGING}"
    Call FirstEntry
    Pop $1
    ${If} $1 == ""
      Return
    ${EndIf}
    StrCpy $9 1
    ${If} ${FileExists} "$INSTDIR\$1"
      !insertmacro Move "$INSTDIR\$1" "$INSTDIR\${REPLACED}\$1"
    ${EndIf}
    ${If} $9 = 1
      !insertmacro Move "$INSTDIR\${STAGING}\$1" "$INSTDIR\$1"
    ${EndIf}
  ${LoopWhile} $9 = 1
FunctionEnd

; What has come in goes out, and what has gone comes back.
Function MoveOut
  Push $1
  ${Do}
    Push "$INSTDIR\${REPLACED}"
    Call FirstEntry
    Pop $1
    ${If} $1 == ""
      ${ExitDo}
    ${EndIf}
    ClearErrors
    ${If} ${FileExists} "$INSTDIR\$1"
      CreateDirectory "$INSTDIR\${STAGING}"
      Rename "$INSTDIR\$1" "$INSTDIR\${STAGING}\$1"
    ${EndIf}
    Rename "$INSTDIR\${REPLACED}\$1" "$INSTDIR\$1"
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
  ${Loop}
  RMDir "$INSTDIR\${REPLACED}"
  Pop $1
FunctionEnd

; Setup stopped halfway, by a power cut say. While something new waits, the old goes back whole; else the new is in.
Function MendInterrupted
  ${If} ${FileExists} "$INSTDIR\${REPLACED}\*.*"
    Push "$INSTDIR\${STAGING}"
    Call FirstEntry
    Pop $0
    ${If} $0 == ""
      Call DropReplaced
    ${Else}
      Call MoveOut
    ${EndIf}
  ${EndIf}
FunctionEnd

; Installed elsewhere before: nothing of the program stays there. The staging folder tells one place under two names.
Function LeaveFormerFolder
  ${If} $Former != ""
  ${AndIf} $Former != $INSTDIR
  ${AndIfNot} ${FileExists} "$Former\${STAGING}\*.*"
    Push $Former
    Push "$Former\${LIST}"
    Call DeleteListed
    Delete "$Former\${LIST}"
    RMDir $Former
  ${EndIf}
FunctionEnd

!macro SharedByBoth un
; Deletes what was replaced. What the lists do not name is the user's own and goes back to where it lay.
Function ${un}DropReplaced
  Push "$INSTDIR\${REPLACED}"
  Push "$INSTDIR\${REPLACED}\${LIST}"
  Call ${un}DeleteListed
  Delete "$INSTDIR\${REPLACED}\${LIST}"
  Push "$INSTDIR\${REPLACED}"
  Push "$INSTDIR\${LIST}"
  Call ${un}DeleteListed
  Push ""
  Call ${un}BringBack
FunctionEnd

; Deletes from a folder the files that a list names, and its folders once they are empty. On the stack: folder, list.
Function ${un}DeleteListed
  Exch $1
  Exch
  Exch $0
  Push $2
  Push $3
  Push $4
  ClearErrors
  FileOpen $2 $1 r
  ${IfNot} ${Errors}
    ${Do}
      ClearErrors
      FileReadUTF16LE $2 $3
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      ${TrimNewLines} $3 $3
      ; A list that was damaged leads nowhere else.
      ${WordFind} "\$3\" "\..\" "E+1{" $4
      ${If} ${Errors}
      ${AndIf} $3 != ""
        StrCpy $4 $3 1 -1
        ${If} $4 == "\"
          RMDir "$0\$3"
        ${Else}
          Delete "$0\$3"
        ${EndIf}
      ${EndIf}
    ${Loop}
    FileClose $2
  ${EndIf}
  Pop $4
  Pop $3
  Pop $2
  Pop $0
  Pop $1
FunctionEnd

; Moves what lies in the folder of replaced files to where it came from, unless something stands there.
Function ${un}BringBack
  Exch $0 ; the folder below it: nothing, or a path that ends in a backslash
  Push $1
  Push $2
  CreateDirectory "$INSTDIR\$0"
  FindFirst $1 $2 "$INSTDIR\${REPLACED}\$0*.*"
  ${DoUntil} $2 == ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      ${IfNot} ${FileExists} "$INSTDIR\$0$2"
        Rename "$INSTDIR\${REPLACED}\$0$2" "$INSTDIR\$0$2"
      ${ElseIf} ${FileExists} "$INSTDIR\${REPLACED}\$0$2\*.*"
        Push "$0$2\"
        Call ${un}BringBack
      ${EndIf}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
  RMDir "$INSTDIR\${REPLACED}\$0"
  Pop $2
  Pop $1
  Pop $0
FunctionEnd
!macroend

!insertmacro SharedByBoth ""
!insertmacro SharedByBoth "un."

; On the stack: a folder; afterwards the name of something in it, or nothing.
Function FirstEntry
  Exch $0
  Push $1
  Push $2
  FindFirst $1 $2 "$0\*.*"
  ${Do}
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      ${ExitDo}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
  StrCpy $0 $2
  Pop $2
  Pop $1
  Exch $0
FunctionEnd
