; The installer: for the reader alone, without an administrator. Start-menu entry and file association can be declined,
; also silently:  evidence-viewer-setup.exe /S [/NOSTARTMENU] [/NOASSOCIATION] [/D=C:\folder]
; Nothing it writes into the registry or the Start menu names a case.
; Made by packaging/windows/build.py:  makensis -DSRC=… -DVERSION=… -DOUT=… setup.nsi

Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
!include MUI2.nsh
!include FileFunc.nsh
!include Sections.nsh
!define NAME "Evidence Viewer"
!define KEY "Software\EvidenceViewer"
!define UN "Software\Microsoft\Windows\CurrentVersion\Uninstall\EvidenceViewer"
!define KIND "EvidenceViewer.case"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\EvidenceViewer"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "MIT licence"
VIAddVersionKey FileDescription "${NAME} setup"

!define MUI_COMPONENTSPAGE_NODESC
!insertmacro MUI_PAGE_LICENSE "${SRC}/LICENSE.txt"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English

!macro TakeProgramAway
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\viewer"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\evidence-viewer.exe"
  Delete "$INSTDIR\evidence-viewer-console.exe"
  Delete "$INSTDIR\evidence-case.exe"
!macroend

Section "The program" program
  SectionIn RO
  !insertmacro TakeProgramAway ; an older version; settings and notes lie elsewhere and stay
  SetOutPath "$INSTDIR"
  File /r "${SRC}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UN}" DisplayName "${NAME}"
  WriteRegStr HKCU "${UN}" DisplayVersion "${VERSION}"
  WriteRegStr HKCU "${UN}" DisplayIcon '"$INSTDIR\evidence-viewer.exe"'
  WriteRegStr HKCU "${UN}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UN}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UN}" NoModify 1
SectionEnd

Section "An entry in the Start menu" startmenu
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\evidence-viewer.exe"
SectionEnd

Section "Open .evcase files with it" association
  WriteRegStr HKCU "Software\Classes\.evcase" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.evcase" "Content Type" "application/vnd.evidence-viewer.case+zip"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "case"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\evidence-viewer.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function .onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/NOSTARTMENU" $1
  IfErrors +2
  !insertmacro UnselectSection ${startmenu}
  ClearErrors
  ${GetOptions} $0 "/NOASSOCIATION" $1
  IfErrors +2
  !insertmacro UnselectSection ${association}
FunctionEnd

Section Uninstall
  !insertmacro TakeProgramAway
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ReadRegStr $0 HKCU "Software\Classes\.evcase" ""
  StrCmp $0 "${KIND}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.evcase"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "${UN}"
  DeleteRegKey HKCU "${KEY}"
  IfFileExists "$LOCALAPPDATA\evidence-viewer\*.*" 0 done
  DetailPrint "Settings and notes stay in $LOCALAPPDATA\evidence-viewer"
  MessageBox MB_OK "Your settings and notes stay in $LOCALAPPDATA\evidence-viewer. Delete that folder to be rid of them." /SD IDOK
  done:
SectionEnd
