; What Windows is told: where the program is, its Start menu entry, its file types and how it is removed.

!define STORE_TYPE "${NAME}.Store"
!define PACKAGE_TYPE "${NAME}.Package"
!define UPDATE_TYPE "${NAME}.Update"
!define CLASSES "Software\Classes"
!define SHCNE_ASSOCCHANGED 0x08000000

!macro TellShell
  System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
!macroend

!macro RegisterType ENDING TYPE TITLE
  WriteRegStr SHCTX "${CLASSES}\${TYPE}" "" "${TITLE}"
  WriteRegStr SHCTX "${CLASSES}\${TYPE}\DefaultIcon" "" '"$INSTDIR\${PROGRAM}",0'
  WriteRegStr SHCTX "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr SHCTX "${CLASSES}\${ENDING}" "" "${TYPE}"
  WriteRegStr SHCTX "${CLASSES}\${ENDING}\OpenWithProgids" "${TYPE}" ""
!macroend

Function Register
  WriteRegStr SHCTX "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "Version" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "Language" "$LANGUAGE"
  ; The shortcut starts in the folder that is current now.
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "" "" "" "" "$(ShortcutHint)"
  !insertmacro RegisterType ".smartpns" "${STORE_TYPE}" "$(StoreType)"
  !insertmacro RegisterType ".smartpnsx" "${PACKAGE_TYPE}" "$(PackageType)"
  !insertmacro RegisterType ".smartpns-update" "${UPDATE_TYPE}" "$(UpdateType)"
  !insertmacro TellShell
  Call RegisterRemoval
FunctionEnd

Function RegisterRemoval
  SectionGetSize ${ProgramSection} $0
  WriteRegStr SHCTX "${ADD_REMOVE}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${ADD_REMOVE}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${ADD_REMOVE}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${ADD_REMOVE}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${ADD_REMOVE}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${ADD_REMOVE}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr SHCTX "${ADD_REMOVE}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD SHCTX "${ADD_REMOVE}" "EstimatedSize" $0
  WriteRegDWORD SHCTX "${ADD_REMOVE}" "NoModify" 1
  WriteRegDWORD SHCTX "${ADD_REMOVE}" "NoRepair" 1
FunctionEnd

; An ending that another program has taken over since stays with that program.
!macro UnregisterType ENDING TYPE
  DeleteRegKey SHCTX "${CLASSES}\${TYPE}"
  DeleteRegValue SHCTX "${CLASSES}\${ENDING}\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${ENDING}\OpenWithProgids"
  ReadRegStr $0 SHCTX "${CLASSES}\${ENDING}" ""
  ${If} $0 == "${TYPE}"
    DeleteRegValue SHCTX "${CLASSES}\${ENDING}" ""
  ${EndIf}
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${ENDING}"
!macroend

; Windows may have been told of another copy since: that one stays known.
Function un.Unregister
  ReadRegStr $0 SHCTX "${KEY}" "InstallDir"
  ${If} $0 != $INSTDIR
  ${AndIf} ${FileExists} "$0\${PROGRAM}"
    Return
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro UnregisterType ".smartpns" "${STORE_TYPE}"
  !insertmacro UnregisterType ".smartpnsx" "${PACKAGE_TYPE}"
  !insertmacro UnregisterType ".smartpns-update" "${UPDATE_TYPE}"
  !insertmacro TellShell
  DeleteRegKey SHCTX "${ADD_REMOVE}"
  DeleteRegValue SHCTX "${KEY}" "InstallDir"
  DeleteRegValue SHCTX "${KEY}" "Version"
  DeleteRegValue SHCTX "${KEY}" "Language"
  DeleteRegKey /ifempty SHCTX "${KEY}"
FunctionEnd
