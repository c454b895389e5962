; How setup ends for the program that started it: the new one opens, or the old one again, which then tells why.

; Made by the program beside the setup that it starts: takes the exit code of one that installed nothing.
!define RESULT "hasil.txt"
!define REFUSED 2

Var Caller ; the folder of the program that started this setup, or nothing

; It names its folder; a person who types the switches may leave that out.
Function KnowCaller
  ${If} $Update = 1
    StrCpy $Caller $INSTDIR
    ${If} $Caller == ""
      StrCpy $Caller $Former
    ${EndIf}
  ${EndIf}
FunctionEnd

; Nothing was installed: the program of before is told the reason, and opened again where the new one would have been.
Function GiveBack
  ${If} $Caller == ""
    Return
  ${EndIf}
  StrCpy $INSTDIR $Caller
  StrCpy $Caller ""
  Call WriteResult
  ${If} $Start = 1
  ${AndIf} ${FileExists} "$INSTDIR\${PROGRAM}"
    ; Not in the folder of this setup, which the program deletes.
    SetOutPath "$INSTDIR"
    Call StartProgram
  ${EndIf}
FunctionEnd

Function WriteResult
  ${If} ${FileExists} "$EXEDIR\${RESULT}"
    GetErrorLevel $0
    ${If} $0 < 1
      StrCpy $0 ${REFUSED}
    ${EndIf}
    FileOpen $1 "$EXEDIR\${RESULT}" w
    FileWrite $1 $0
    FileClose $1
  ${EndIf}
FunctionEnd

; With the rights of who works here, not with those of an administrator who installs.
Function StartProgram
  ${If} $AllUsers = 1
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
  ${Else}
    Exec '"$INSTDIR\${PROGRAM}"'
  ${EndIf}
FunctionEnd

; The folder in which files were laid out last is in use until another takes its place.
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\${STAGING}"
  RMDir "$INSTDIR"
  Call GiveBack
FunctionEnd

; A window that was closed before anything was installed.
Function .onGUIEnd
  Call GiveBack
FunctionEnd
