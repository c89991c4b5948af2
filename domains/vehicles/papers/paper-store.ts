import { saves } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { PaperAdded } from './contract.ts';

export const paperSaves = [saves(PaperAdded, (tx, { object, body }) => attachFiles(tx, object, body.files))];
