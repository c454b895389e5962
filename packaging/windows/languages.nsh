; Every text a person reads, in both languages, and which one is spoken.

!define NL "$\r$\n"
!define GAP "${NL}${NL}"

!macro Say NAME INDONESIAN ENGLISH
  LangString ${NAME} ${LANG_INDONESIAN} "${INDONESIAN}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend

; /LANG=id or /LANG=en, instead of the language of Windows.
!macro ReadLanguage
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${If} $1 == "id"
    StrCpy $LANGUAGE ${LANG_INDONESIAN}
  ${ElseIf} $1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
!macroend

; The frame of all pages
!insertmacro Say SetupCaption "Pemasangan ${NAME} ${VERSION}" "${NAME} ${VERSION} Setup"
!insertmacro Say RemoveCaption "Menghapus ${NAME} ${VERSION}" "Remove ${NAME} ${VERSION}"
!insertmacro Say BackButton "< &Kembali" "< &Back"
!insertmacro Say NextButton "&Lanjut >" "&Next >"
!insertmacro Say CancelButton "Batal" "Cancel"
!insertmacro Say CloseButton "&Tutup" "&Close"
!insertmacro Say InstallButton "&Pasang" "&Install"
!insertmacro Say RemoveButton "&Hapus" "&Remove"
!insertmacro Say AbortWarning "Hentikan pemasangan ${NAME}?" "Stop installing ${NAME}?"

; Licence
!insertmacro Say LicenceTitle "Lisensi" "Licence"
!insertmacro Say LicenceHint "${NAME} gratis dan boleh dipakai, disalin, serta dibagikan." \
  "${NAME} is free to use, copy and share."
!insertmacro Say LicenceTop "Teks lisensi (bahasa Inggris):" "Text of the licence:"
!insertmacro Say LicenceBottom "Tekan Setuju untuk melanjutkan." "Press I agree to go on."
!insertmacro Say LicenceButton "&Setuju" "I &agree"

; Folder
!insertmacro Say FolderTitle "Tempat pemasangan" "Where to install"
!insertmacro Say FolderHint "Tempat yang diusulkan tidak memerlukan hak administrator." \
  "The proposed place needs no administrator rights."
!insertmacro Say FolderTop "${NAME} ${VERSION} akan dipasang di folder ini. Data Anda disimpan di tempat lain dan \
  tidak berubah ketika program dipasang ulang atau diperbarui." \
  "${NAME} ${VERSION} will be installed in this folder. Your data is kept elsewhere and does not change when the \
  program is installed again or updated."
!insertmacro Say FolderBox "Folder program" "Program folder"
!insertmacro Say SpaceRequired "Ruang yang diperlukan: " "Space needed: "
!insertmacro Say SpaceAvailable "Ruang yang tersedia: " "Space available: "

; Shared data
!insertmacro Say SharedTitle "Data bersama" "Shared data"
!insertmacro Say SharedHint "Siapa yang memakai data di PC ini?" "Who uses the data on this PC?"
!insertmacro Say SharedChoice "Data bersama untuk beberapa akun Windows di PC ini" \
  "Shared data for several Windows accounts on this PC"
!insertmacro Say SharedExplained "Jika dicentang, semua akun Windows di PC ini memakai data yang \
  sama:${NL}$SharedData${GAP}Jika tidak, tiap akun memiliki datanya sendiri. Biarkan kosong kalau hanya Anda yang \
  memakai ${NAME} di PC ini.${GAP}Data yang sudah ada tidak dipindahkan: buatlah cadangan di ${NAME} sebelum ini, \
  lalu pulihkan sesudahnya." \
  "If ticked, all Windows accounts on this PC use the same data:${NL}$SharedData${GAP}If not, each account has data \
  of its own. Leave it empty if you alone use ${NAME} on this PC.${GAP}Data that exists is not moved: make a backup \
  in ${NAME} before this, and restore it afterwards."
!insertmacro Say SharedAlready "Data bersama sudah dipakai di PC ini:${NL}$SharedData${GAP}Pemasangan ini tidak \
  mengubahnya." \
  "Shared data is in use on this PC:${NL}$SharedData${GAP}This installation does not change it."
!insertmacro Say SharedMarker "Folder ini berisi data SmartPNS yang dipakai bersama oleh akun-akun Windows di PC \
  ini. Jangan hapus berkas ini." \
  "This folder holds SmartPNS data shared by the Windows accounts of this PC. Do not delete this file."
!insertmacro Say SharedFailed "Program sudah terpasang, tetapi folder data bersama belum dapat ditulisi oleh semua \
  akun:${NL}$SharedData${GAP}Mintalah bagian TI memberi kelompok Users hak ubah atas folder itu." \
  "The program is installed, but not every account can write to the folder of shared data \
  yet:${NL}$SharedData${GAP}Ask your IT staff to give the group Users the right to modify that folder."

; Installing
!insertmacro Say InstallingTitle "Memasang ${NAME}" "Installing ${NAME}"
!insertmacro Say InstallingHint "Mohon tunggu, biasanya kurang dari satu menit." \
  "Please wait, usually less than a minute."
!insertmacro Say InstalledTitle "${NAME} sudah terpasang" "${NAME} is installed"
!insertmacro Say InstalledHint "Semua berkas sudah pada tempatnya." "All files are in place."
!insertmacro Say StoppedTitle "Tidak selesai" "Not finished"
!insertmacro Say StoppedHint "Periksa ruang disk dan antivirus, lalu jalankan sekali lagi. Data Anda tidak berubah." \
  "Check the disk's space and the antivirus, then run this once more. Your data has not changed."
!insertmacro Say FinishText "${NAME} ${VERSION} siap dipakai. Program ini ada di menu Start dengan nama ${NAME}." \
  "${NAME} ${VERSION} is ready. You find it in the Start menu as ${NAME}."
!insertmacro Say FinishButton "&Selesai" "&Finish"
!insertmacro Say FinishRun "Buka ${NAME} sekarang" "Open ${NAME} now"
!insertmacro Say FileError "Berkas ini tidak dapat ditulis:${NL}$0${GAP}Mungkin antivirus menahannya atau ruang di \
  disk habis. Periksa keduanya, lalu coba lagi. Program dan data yang lama belum berubah." \
  "This file cannot be written:${NL}$0${GAP}The antivirus may hold it, or the disk may be full. Check both, then try \
  again. The old program and data have not changed."

; What NSIS would say itself, the file's name or path behind it
!insertmacro Say ^Extract "Menyiapkan: " "Preparing: "
!insertmacro Say ^ErrorWriting "Ruang disk habis, atau antivirus menahan berkas. Program dan data yang lama belum \
  berubah.${GAP}Periksa keduanya, lalu jalankan pemasang ini sekali lagi. Berkas: " \
  "The disk is full, or the antivirus holds a file. The old program and data have not changed.${GAP}Check both, then \
  run this setup once more. File: "
!insertmacro Say ^ErrorDecompressing "Berkas pemasang ini rusak. Salinlah sekali lagi dari sumbernya, lalu coba lagi." \
  "This setup file is damaged. Copy it once more from where you got it, then try again."

; Refusals
!insertmacro Say OldWindows "${NAME} memerlukan Windows 10 (versi 1809 atau lebih baru) atau Windows 11, yang 64-bit. \
  Windows di PC ini lebih lama, atau 32-bit.${GAP}Pasanglah ${NAME} di PC lain, atau mintalah bagian TI memperbarui \
  Windows." \
  "${NAME} needs 64-bit Windows 10 (version 1809 or newer) or Windows 11. This PC has an older or a 32-bit \
  Windows.${GAP}Install ${NAME} on another PC, or ask your IT staff to update Windows."
!insertmacro Say NeedsRights "Memasang untuk semua akun (/ALLUSERS) memerlukan hak administrator.${GAP}Jalankan \
  pemasang ini sebagai administrator. Tanpa /ALLUSERS, ${NAME} dipasang untuk akun Anda saja dan tidak memerlukan \
  hak itu." \
  "Installing for all accounts (/ALLUSERS) needs administrator rights.${GAP}Run this setup as administrator. Without \
  /ALLUSERS, ${NAME} is installed for your account only and needs no such rights."
!insertmacro Say Downgrade "Di PC ini sudah terpasang ${NAME} $0, lebih baru daripada ${VERSION}.${GAP}Pakailah yang \
  sudah terpasang: versi yang lebih lama tidak dapat membaca datanya. Tidak ada yang diubah." \
  "${NAME} $0 is installed on this PC, newer than ${VERSION}.${GAP}Use the installed one: an older version cannot \
  read its data. Nothing was changed."
!insertmacro Say Running "${NAME} masih terbuka di PC ini, mungkin di akun Windows lain.${GAP}Simpan pekerjaan Anda \
  dan tutup ${NAME}, lalu coba lagi." \
  "${NAME} is still open on this PC, perhaps in another Windows account.${GAP}Save your work and close ${NAME}, then \
  try again."
!insertmacro Say SmallDisk "Ruang kosong di $1 tidak cukup: diperlukan $2 MB, tersedia $3 MB.${GAP}Kosongkan \
  sebagian isinya (misalnya Recycle Bin) atau pilih drive lain, lalu coba lagi. Tidak ada yang diubah." \
  "There is not enough free space on $1: $2 MB are needed, $3 MB are free.${GAP}Free some of it (the Recycle Bin, \
  say) or choose another drive, then try again. Nothing was changed."
!insertmacro Say FolderNotFull "Ini bukan alamat folder yang lengkap:${NL}$INSTDIR${GAP}Tulislah dengan huruf drive, \
  misalnya D:\Aplikasi\${NAME}." \
  "This is not a complete folder:${NL}$INSTDIR${GAP}Write it with the drive's letter, such as D:\Apps\${NAME}."
!insertmacro Say FolderTooLong "Alamat folder ini terlalu panjang:${NL}$INSTDIR${GAP}Pilihlah folder dengan alamat \
  paling banyak ${LONGEST_FOLDER} huruf." \
  "The path of this folder is too long:${NL}$INSTDIR${GAP}Choose one of at most ${LONGEST_FOLDER} letters."
!insertmacro Say FolderIsData "Folder ini tempat data ${NAME}:${NL}$INSTDIR${GAP}Pilihlah folder lain supaya program \
  dan data tetap terpisah." \
  "This folder is where ${NAME} keeps its data:${NL}$INSTDIR${GAP}Choose another one, so that program and data stay \
  apart."
!insertmacro Say FolderTaken "Folder itu sudah berisi berkas lain. ${NAME} akan dipasang di folder \
  sendiri:${NL}$INSTDIR" \
  "That folder holds other files. ${NAME} will be installed in a folder of its own:${NL}$INSTDIR"
!insertmacro Say FolderReadOnly "Folder ini tidak dapat dibuat atau ditulisi:${NL}$INSTDIR${GAP}Pilihlah folder di \
  dalam profil Anda, atau mintalah bagian TI memasang ${NAME}." \
  "This folder cannot be made or written to:${NL}$INSTDIR${GAP}Choose a folder within your profile, or ask your IT \
  staff to install ${NAME}."
!insertmacro Say Held "Program lain sedang memakai berkas di folder ini:${NL}$INSTDIR\$1${GAP}Tutup jendela atau \
  program yang membukanya, tunggu sebentar, lalu coba lagi." \
  "Another program is using files in this folder:${NL}$INSTDIR\$1${GAP}Close the window or program that has it open, \
  wait a moment, then try again."

; What Windows shows
!insertmacro Say StoreType "Data ${NAME}" "${NAME} data"
!insertmacro Say PackageType "Berkas pertukaran ${NAME}" "${NAME} exchange file"
!insertmacro Say UpdateType "Berkas pembaruan ${NAME}" "${NAME} update file"
!insertmacro Say ShortcutHint "Pengembangan kompetensi PNS" "Competence development of civil servants"

; Uninstalling
!insertmacro Say RemoveTitle "Menghapus ${NAME}" "Remove ${NAME}"
!insertmacro Say RemoveHint "Program dihapus dari PC ini; tentukan apa yang terjadi dengan data." \
  "The program is removed from this PC; say what becomes of the data."
!insertmacro Say RemoveWhere "Program akan dihapus dari:${NL}$INSTDIR" \
  "The program will be removed from:${NL}$INSTDIR"
!insertmacro Say KeepData "&Simpan data saya (disarankan)" "&Keep my data (recommended)"
!insertmacro Say KeepExplained "Data tetap ada di $OwnData dan terbuka lagi bila ${NAME} dipasang kembali." \
  "The data stays in $OwnData and opens again when ${NAME} is installed again."
!insertmacro Say DropData "Hapus &juga data saya" "Delete &my data, too"
!insertmacro Say DropExplained "Semua pegawai, pelatihan, lampiran, dan cadangan di folder itu hilang selamanya." \
  "All employees, trainings, attached files and backups in that folder are gone for good."
!insertmacro Say NoData "Akun ini tidak memiliki data ${NAME}." "This account has no ${NAME} data."
!insertmacro Say SharedStays "Data bersama di $SharedData tetap disimpan." "The shared data in $SharedData stays."
!insertmacro Say DropSure "Data di folder ini akan dihapus dan tidak dapat dikembalikan:${NL}$OwnData${GAP}Hapus \
  data?" \
  "The data in this folder will be deleted and cannot be brought back:${NL}$OwnData${GAP}Delete the data?"
!insertmacro Say RemovingTitle "Menghapus ${NAME}" "Removing ${NAME}"
!insertmacro Say RemovingHint "Mohon tunggu sebentar." "Please wait a moment."
!insertmacro Say RemovedTitle "${NAME} sudah dihapus" "${NAME} is removed"
!insertmacro Say RemovedHint "Berkas Anda sendiri tidak disentuh." "Your own files were not touched."
!insertmacro Say RemoveNeedsRights "${NAME} dipasang untuk semua akun di PC ini.${GAP}Jalankan penghapusan sebagai \
  administrator, atau mintalah bagian TI melakukannya." \
  "${NAME} is installed for all accounts on this PC.${GAP}Run the removal as administrator, or ask your IT staff to \
  do it."
