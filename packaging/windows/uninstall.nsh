; The uninstaller: takes away what the list names and what Windows was told, and asks what becomes of the data.

Var DropData  ; 1: this account's data goes, too (/DATA=hapus, or chosen and confirmed)
Var DropButton

Function un.onInit
  Call un.FindScope
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DATA=" $1
  StrCpy $DropData 0
  ${If} $1 == "hapus"
    StrCpy $DropData 1
  ${EndIf}
FunctionEnd

; Whose program this is: whoever's registry names this folder.
Function un.FindScope
  SetRegView 64
  StrCpy $OwnData "$LOCALAPPDATA\${NAME}"
  SetShellVarContext all
  StrCpy $SharedData "$APPDATA\${NAME}"
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  ${If} $0 == $INSTDIR
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      !insertmacro Refuse 2 "$(RemoveNeedsRights)"
    ${EndIf}
  ${Else}
    SetShellVarContext current
  ${EndIf}
  ReadRegStr $0 SHCTX "${KEY}" "Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
FunctionEnd

Function un.ShowDataPage
  !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" "$(RemoveHint)"
  nsDialogs::Create 1018
  Pop $0
  StrCpy $DropButton ""
  ${NSD_CreateLabel} 0 0 100% 28u "$(RemoveWhere)"
  Pop $0
  ${If} ${FileExists} "$OwnData\*.*"
    ${NSD_CreateRadioButton} 0 32u 100% 12u "$(KeepData)"
    Pop $0
    ${NSD_Check} $0
    ${NSD_CreateLabel} 12u 45u 285u 20u "$(KeepExplained)"
    Pop $0
    ${NSD_CreateRadioButton} 0 69u 100% 12u "$(DropData)"
    Pop $DropButton
    ${NSD_CreateLabel} 12u 82u 285u 20u "$(DropExplained)"
    Pop $0
  ${Else}
    ${NSD_CreateLabel} 0 32u 100% 20u "$(NoData)"
    Pop $0
  ${EndIf}
  ${If} ${FileExists} "$SharedData\${MARKER}"
    ${NSD_CreateLabel} 0 108u 100% 20u "$(SharedStays)"
    Pop $0
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function un.LeaveDataPage
  StrCpy $DropData 0
  ${If} $DropButton != ""
    ${NSD_GetState} $DropButton $DropData
    ${If} $DropData = 1
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(DropSure)" IDYES +2
        Abort
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.RefuseRunning
  RMDir /r "$INSTDIR\${STAGING}"
  Call un.DropReplaced
  Push $INSTDIR
  Push "$INSTDIR\${LIST}"
  Call un.DeleteListed
  Delete "$INSTDIR\${LIST}"
  Delete "$INSTDIR\${UNINSTALLER}"
  SetOutPath "$TEMP"
  ; Stays while a file of the user's own is in it.
  RMDir "$INSTDIR"
  Call un.Unregister
  ${If} $DropData = 1
    RMDir /r "$OwnData"
  ${EndIf}
SectionEnd
