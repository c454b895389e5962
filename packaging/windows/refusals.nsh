; When setup says no: each with a sentence that names what to do, and an exit code of its own for scripts.
;
; 1 stopped by the person, 2 refused for another reason, 3 a newer version is installed, 4 the program is running,
; 5 the disk is too small, 6 Windows is too old.

Var Patience ; half seconds left to wait for a program that is closing

; Quit is heard by nobody else: after an Abort, .onInstFailed gives back.
!macro Leave CODE
  SetErrorLevel ${CODE}
  !ifndef __UNINSTALL__
    Call GiveBack
  !endif
  Quit
!macroend

!macro Refuse CODE SENTENCE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${SENTENCE}" /SD IDOK
  !insertmacro Leave ${CODE}
!macroend

; Qt runs from Windows 10 version 1809 on, where that is a 64-bit one.
Function RefuseOldWindows
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
  ${OrIfNot} ${RunningX64}
    !insertmacro Refuse 6 "$(OldWindows)"
  ${EndIf}
FunctionEnd

Function RefuseWithoutRights
  ${If} $AllUsers = 1
    UserInfo::GetAccountType
    Pop $2
    ${If} $2 != "Admin"
      !insertmacro Refuse 2 "$(NeedsRights)"
    ${EndIf}
  ${EndIf}
FunctionEnd

!macro RefuseNewerIn ROOT
  ReadRegStr $0 ${ROOT} "${KEY}" "Version"
  ReadRegStr $1 ${ROOT} "${KEY}" "InstallDir"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$1\${PROGRAM}"
    ${VersionCompare} $0 ${VERSION} $2
    ${If} $2 = 1
      !insertmacro Refuse 3 "$(Downgrade)"
    ${EndIf}
  ${EndIf}
!macroend

; An older program cannot read what a newer one wrote, whoever of the two was installed for whom.
Function RefuseDowngrade
  ${IfNot} ${FileExists} "$INSTDIR\${PORTABLE}"
    !insertmacro RefuseNewerIn HKCU
    !insertmacro RefuseNewerIn HKLM
  ${EndIf}
FunctionEnd

; On the page a person may choose again; a script is told.
!macro RefuseFolder SENTENCE
  SetErrorLevel 2
  MessageBox MB_OK|MB_ICONEXCLAMATION "${SENTENCE}" /SD IDOK
  Abort
!macroend

!macro RefuseWithin DATA
  StrLen $0 "${DATA}\"
  StrCpy $1 "$INSTDIR\" $0
  ${If} $1 == "${DATA}\"
    !insertmacro RefuseFolder "$(FolderIsData)"
  ${EndIf}
!macroend

Function RefuseReadOnly
  !insertmacro RefuseFolder "$(FolderReadOnly)"
FunctionEnd

; Makes of what was chosen a folder for the program alone, or says why it cannot be.
Function SettleFolder
  StrCpy $0 $INSTDIR 1 -1
  ${If} $0 == "\"
    StrCpy $INSTDIR $INSTDIR -1
  ${EndIf}
  StrCpy $0 $INSTDIR 1 1
  StrCpy $1 $INSTDIR 2
  ${If} $0 != ":"
  ${AndIf} $1 != "\\"
    !insertmacro RefuseFolder "$(FolderNotFull)"
  ${EndIf}
  Call IsTaken
  ${If} $0 = 1
    StrCpy $INSTDIR "$INSTDIR\${NAME}"
    MessageBox MB_OKCANCEL|MB_ICONINFORMATION "$(FolderTaken)" /SD IDOK IDOK +2
      Abort
  ${EndIf}
  !insertmacro RefuseWithin $OwnData
  !insertmacro RefuseWithin $SharedData
  StrLen $0 $INSTDIR
  ${If} $0 > ${LONGEST_FOLDER}
    !insertmacro RefuseFolder "$(FolderTooLong)"
  ${EndIf}
FunctionEnd

; $0: 1 where the folder is a drive, or has another name than ours and holds something, none of it ours.
Function IsTaken
  StrLen $0 $INSTDIR
  ${If} $0 <= 2
    StrCpy $0 1
    Return
  ${EndIf}
  ${DirState} $INSTDIR $0
  ${GetFileName} $INSTDIR $1
  ${If} $0 != 1
  ${OrIf} $1 == "${NAME}"
  ${OrIf} $INSTDIR == $Former
  ${OrIf} ${FileExists} "$INSTDIR\${PROGRAM}"
  ${OrIf} ${FileExists} "$INSTDIR\${LIST}"
  ${OrIf} ${FileExists} "$INSTDIR\${STAGING}\*.*"
    StrCpy $0 0
  ${EndIf}
FunctionEnd

!macro RefuseSmall DRIVE
  Push $1
  StrCpy $1 ${DRIVE}
  ClearErrors
  ${DriveSpace} $1 "/D=F /S=M" $3
  ${IfNot} ${Errors}
  ${AndIf} $3 < $2
    SetErrorLevel 5
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(SmallDisk)" /SD IDOK
    Abort
  ${EndIf}
  Pop $1
!macroend

; The packed program is unpacked as a whole in the folder for temporary files, from there into its own.
Function RefuseSmallDisk
  SectionGetSize ${ProgramSection} $2
  IntOp $2 $2 / 1024
  IntOp $2 $2 + 20
  StrCpy $0 $INSTDIR 3
  StrCpy $1 $TEMP 3
  ${If} $0 == $1
    IntOp $2 $2 * 2
  ${Else}
    !insertmacro RefuseSmall $1
  ${EndIf}
  !insertmacro RefuseSmall $0
FunctionEnd

!macro IfHeld FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $2 "${FILE}" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $2
    ${EndIf}
  ${EndIf}
!macroend

!macro RunningInBoth un
; $0: 1 while a program in the folder $1 runs: Windows lets nobody write to it then.
Function ${un}IsRunning
  StrCpy $0 0
  !insertmacro IfHeld "$1\${PROGRAM}"
  !insertmacro IfHeld "$1\${CONSOLE}"
FunctionEnd

; Waits for a program that is about to end, then asks the person to close it.
Function ${un}RefuseRunning
  ${Do}
    StrCpy $1 $INSTDIR
    Call ${un}IsRunning
    ${If} $0 = 0
    ${AndIf} $Former != ""
      StrCpy $1 $Former
      Call ${un}IsRunning
    ${EndIf}
    ${If} $0 = 0
      Return
    ${EndIf}
    ${If} $Patience > 0
      IntOp $Patience $Patience - 1
      Sleep 500
    ${Else}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again
        !insertmacro Leave 4
      again:
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend

!insertmacro RunningInBoth ""
!insertmacro RunningInBoth "un."
