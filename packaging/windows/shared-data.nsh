; The folder for data that several Windows accounts of one PC share: asked for on a page, made with rights for all.

; With this file in it, the folder is the one the program takes.
!define MARKER "data-bersama.txt"
; The group Users, whatever Windows calls it in its language: may change all that lies within.
!define USERS_MAY_MODIFY "*S-1-5-32-545:(OI)(CI)M"

Var SharedBox

Function ShowSharedPage
  !insertmacro MUI_HEADER_TEXT "$(SharedTitle)" "$(SharedHint)"
  nsDialogs::Create 1018
  Pop $0
  ${If} ${FileExists} "$SharedData\${MARKER}"
    ${NSD_CreateLabel} 0 0 100% 60u "$(SharedAlready)"
    Pop $0
    StrCpy $SharedBox ""
  ${Else}
    ${NSD_CreateCheckbox} 0 0 100% 12u "$(SharedChoice)"
    Pop $SharedBox
    ${If} $Shared = 1
      ${NSD_Check} $SharedBox
    ${EndIf}
    ${NSD_CreateLabel} 12u 20u 285u 110u "$(SharedExplained)"
    Pop $0
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function LeaveSharedPage
  ${If} $SharedBox != ""
    ${NSD_GetState} $SharedBox $Shared
  ${EndIf}
FunctionEnd

; Who comes second finds it made: only its owner can give rights.
Function MakeSharedData
  ${If} $Shared = 1
  ${AndIfNot} ${FileExists} "$SharedData\${MARKER}"
    CreateDirectory "$SharedData"
    nsExec::Exec '"$SYSDIR\icacls.exe" "$SharedData" /grant "${USERS_MAY_MODIFY}"'
    Pop $0
    ClearErrors
    FileOpen $1 "$SharedData\${MARKER}" w
    FileWriteUTF16LE /BOM $1 "$(SharedMarker)$\r$\n"
    FileClose $1
    ${If} ${Errors}
    ${OrIf} $0 != 0
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(SharedFailed)" /SD IDOK
    ${EndIf}
  ${EndIf}
FunctionEnd
