/** The door of attachments: bringing files in, taking them for a thing, giving them out, sweeping. */
export { attachmentHeaders, attachmentName, previewHeaders } from './attachment-headers.ts';
export { checkedContent, openFile, type OpenFile, storeUpload } from './file-desk.ts';
export { FileFolder } from './file-folder.ts';
export { fileStoreRefusals } from './file-refusals.ts';
export {
  attachFiles,
  filesOf,
  findFile,
  knownFiles,
  removeFilesOf,
  type StoredFile,
  unscannedFiles,
} from './file-store.ts';
export { fileSaves, fileVerbs } from './file-verbs.ts';
export { openTalkFile } from '../talk/open-talk-file.ts';
export { labelOf, type Scan } from './receive-upload.ts';
export { sweepFiles, type SweepReport } from './sweep-files.ts';
export { writeNewFile } from './write-new-file.ts';
export { type ContentKind, type DeclaredUpload, mediaTypes, type UploadPoint } from './upload-point.ts';
