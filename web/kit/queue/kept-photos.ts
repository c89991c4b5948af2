/** Photos of acts that wait for a network, in the browser's own database: they are too large for the store of texts. */

const DATABASE = 'opengoa-photos';
const STORE = 'photos';

export interface KeptPhoto {
  readonly name: string;
  readonly content: Blob;
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asking = indexedDB.open(DATABASE, 1);
    asking.addEventListener('upgradeneeded', () => asking.result.createObjectStore(STORE));
    asking.addEventListener('success', () => done(asking.result));
    asking.addEventListener('error', () => fail(asking.error ?? new Error('no store')));
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  const database = await open();
  try {
    return await new Promise((done, fail) => {
      const transaction = database.transaction(STORE, mode);
      const asked = work(transaction.objectStore(STORE));
      transaction.addEventListener('complete', () => done(asked?.result));
      transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('aborted')));
      transaction.addEventListener('error', () => fail(transaction.error ?? new Error('failed')));
    });
  } finally {
    database.close();
  }
}

/** Keeps the photos of an act by its key. @throws DOMException where the browser has no room or keeps nothing */
export const keepPhotos = async (key: string, photos: readonly KeptPhoto[]): Promise<void> => {
  await within('readwrite', (store) => store.put([...photos], key));
};

export const photosOf = async (key: string): Promise<readonly KeptPhoto[]> =>
  (await within('readonly', (store) => store.get(key) as IDBRequest<KeptPhoto[] | undefined>)) ?? [];

export const dropPhotos = async (key: string): Promise<void> => {
  await within('readwrite', (store) => store.delete(key));
};
