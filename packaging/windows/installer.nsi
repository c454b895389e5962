; The installer: what it is called with, its pages, and the order in which it installs. How each step works stands in
; the files beside it: languages (texts), refusals (when it says no), files (what lies on the disk), registration (what
; Windows is told), shared-data, ending (what is opened afterwards), uninstall.
;
;   makensis -DVERSION=1.2.3 -DSOURCE=<built folder> -DTARGET=<setup.exe> [-DPUBLISHER=...] [-DSIGN=<command>] \
;            [-DSTUB=x86-unicode] installer.nsi

Unicode true
; A 64-bit program, where NSIS has one, as on Debian; NSIS for Windows brings only the 32-bit one, which does not even
; start where Windows has no 32-bit half.
!define /ifndef STUB amd64-unicode
Target ${STUB}
SetCompressor /SOLID lzma
SetCompressorDictSize 32
CRCCheck force
ManifestDPIAware true
RequestExecutionLevel user
AllowSkipFiles off
; A drive is taken as the place of a folder of ours; forbidden, it would silently become the usual place.
AllowRootDirInstall true
ShowInstDetails nevershow
ShowUninstDetails nevershow

!ifndef VERSION | SOURCE | TARGET
  !error "VERSION, SOURCE and TARGET are needed, as -DNAME=VALUE."
!endif
!define /ifndef PUBLISHER "SmartPNS Desktop"
; Kilobytes that the program is said to need beyond its files: how a disk that is too small is tried.
!define /ifndef EXTRA_KB 0
; Half seconds that an update waits for a program that is closing.
!define /ifndef PATIENCE 120

!define NAME "SmartPNS"
; Windows knows 259 letters; staging takes 16 and the deepest file of the program stays below 120.
!define LONGEST_FOLDER 120
!define KEY "Software\${NAME}"
!define ADD_REMOVE "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${NAME}"
OutFile "${TARGET}"
BrandingText "${NAME} ${VERSION}"
; One that signs: it is called with the file's path, quoted, behind it.
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME} ${VERSION} Setup"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${PUBLISHER}, MIT License"

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

Var AllUsers    ; 1: for everybody on this PC (/ALLUSERS)
Var Shared      ; 1: make the folder for data that several accounts share (/SHARED, or ticked)
Var Update      ; 1: started by the program itself, which is about to end (/UPDATE)
Var Start       ; 1: start the program afterwards, the old one where an update came to nothing (/START)
Var Former      ; where the version before was installed, or nothing
Var OwnData     ; this account's data
Var SharedData  ; data that several accounts of this PC share

!define /ifndef ICON "..\..\resources\icons\smartpns.ico"
!if /FileExists "${ICON}"
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!define MUI_WELCOMEFINISHPAGE_BITMAP "installer.bmp"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "$(AbortWarning)"
!define MUI_CUSTOMFUNCTION_GUIINIT BringToFront

!define MUI_PAGE_HEADER_TEXT "$(LicenceTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(LicenceHint)"
!define MUI_LICENSEPAGE_TEXT_TOP "$(LicenceTop)"
!define MUI_LICENSEPAGE_TEXT_BOTTOM "$(LicenceBottom)"
!define MUI_LICENSEPAGE_BUTTON "$(LicenceButton)"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"

!define MUI_PAGE_HEADER_TEXT "$(FolderTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(FolderHint)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FolderTop)"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "$(FolderBox)"
!define MUI_DIRECTORYPAGE_VERIFYONLEAVE
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolderPage
!insertmacro MUI_PAGE_DIRECTORY

Page custom ShowSharedPage LeaveSharedPage

!define MUI_PAGE_HEADER_TEXT "$(InstallingTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(InstallingHint)"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(InstalledTitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "$(InstalledHint)"
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "$(StoppedTitle)"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "$(StoppedHint)"
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "$(InstalledTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_BUTTON "$(FinishButton)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.ShowDataPage un.LeaveDataPage
!define MUI_PAGE_HEADER_TEXT "$(RemovingTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(RemovingHint)"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(RemovedTitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "$(RemovedHint)"
!insertmacro MUI_UNPAGE_INSTFILES

; The first is taken where Windows speaks neither.
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!include languages.nsh

Caption "$(SetupCaption)"
UninstallCaption "$(RemoveCaption)"
MiscButtonText "$(BackButton)" "$(NextButton)" "$(CancelButton)" "$(CloseButton)"
InstallButtonText "$(InstallButton)"
UninstallButtonText "$(RemoveButton)"
SpaceTexts "$(SpaceRequired)" "$(SpaceAvailable)"
FileErrorText "$(FileError)" "$(FileError)"

!include files.nsh
!include ending.nsh

Section "${NAME}" ProgramSection
  AddSize ${EXTRA_KB}
  Call SettleFolder
  Call RefuseSmallDisk
  Call RefuseRunning

  ; The program of before stays whole until all of the new one lies beside it.
  Call MendInterrupted
  Call MakeStaging
  SetOutPath "$INSTDIR\${STAGING}"
  File /r "${SOURCE}\*"
  WriteUninstaller "$INSTDIR\${STAGING}\${UNINSTALLER}"
  ; A folder that is some program's working folder cannot be renamed.
  SetOutPath "$INSTDIR"
  Call ListStaging
  Call ChangeOver

  ${IfNot} ${FileExists} "$INSTDIR\${PORTABLE}"
    Call LeaveFormerFolder
    Call Register
    Call MakeSharedData
  ${EndIf}
  RMDir "$INSTDIR\${STAGING}"
  StrCpy $Caller ""
  ${If} $Start = 1
    Call StartProgram
  ${EndIf}
SectionEnd

!include refusals.nsh
!include registration.nsh
!include shared-data.nsh
!include uninstall.nsh

Function .onInit
  Call ReadSwitches
  Call ChooseScope
  Call KnowCaller
  Call RefuseOldWindows
  Call RefuseWithoutRights
  Call RefuseDowngrade
  ${If} $INSTDIR == ""
    Call ChooseFolder
  ${EndIf}
FunctionEnd

; 1 where a switch stands in the command line, else 0.
!macro ReadSwitch SWITCH VARIABLE
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "${SWITCH}" $1
  StrCpy ${VARIABLE} 1
  ${If} ${Errors}
    StrCpy ${VARIABLE} 0
  ${EndIf}
!macroend

Function ReadSwitches
  !insertmacro ReadSwitch "/ALLUSERS" $AllUsers
  !insertmacro ReadSwitch "/SHARED" $Shared
  !insertmacro ReadSwitch "/UPDATE" $Update
  !insertmacro ReadSwitch "/START" $Start
  !insertmacro ReadLanguage
  ${If} $Update = 1
    StrCpy $Patience ${PATIENCE}
  ${EndIf}
FunctionEnd

; Whose registry and Start menu. An update stays with whom the program was installed for.
Function ChooseScope
  SetRegView 64
  StrCpy $OwnData "$LOCALAPPDATA\${NAME}"
  ReadRegStr $0 HKCU "${KEY}" "InstallDir"
  ReadRegStr $1 HKLM "${KEY}" "InstallDir"
  ${If} $Update = 1
  ${AndIf} $0 == ""
  ${AndIf} $1 != ""
    StrCpy $AllUsers 1
  ${EndIf}
  SetShellVarContext all
  StrCpy $SharedData "$APPDATA\${NAME}"
  ${If} $AllUsers = 1
    StrCpy $Former $1
  ${Else}
    SetShellVarContext current
    StrCpy $Former $0
  ${EndIf}
FunctionEnd

Function ChooseFolder
  ${If} $Former != ""
    StrCpy $INSTDIR $Former
  ${ElseIf} $AllUsers = 1
    StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
  ${EndIf}
FunctionEnd

Function LeaveFolderPage
  Call SettleFolder
  Call RefuseSmallDisk
FunctionEnd

; Started by a program that is closing, a window may open behind others.
Function BringToFront
  BringToFront
FunctionEnd
