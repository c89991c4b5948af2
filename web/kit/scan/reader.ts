/** What browsers that have it offer; not yet in TypeScript's own library. */
interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
declare global {
  interface Window {
    readonly BarcodeDetector?: {
      new (options: { formats: readonly string[] }): Detector;
      getSupportedFormats(): Promise<readonly string[]>;
    };
  }
}

export interface Reader {
  close(): void;
}

const EVERY_MS = 220;
const SIDE_PX = 720;
const formats = ['qr_code', 'code_128', 'code_39', 'ean_13', 'data_matrix'];

/** The browser's own detector reads bar codes too; where there is none, QR codes are read by our own part. */
async function detector(): Promise<(video: HTMLVideoElement) => Promise<string | undefined>> {
  const own = window.BarcodeDetector;
  const supported = own ? await own.getSupportedFormats().catch(() => []) : [];
  if (own && supported.includes('qr_code')) {
    const detect = new own({ formats: formats.filter((format) => supported.includes(format)) });
    return async (video) => (await detect.detect(video))[0]?.rawValue;
  }
  const { default: decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, SIDE_PX / Math.max(video.videoWidth, video.videoHeight, 1));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (!context || canvas.width === 0) return undefined;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return undefined; // no code in this picture
    }
  };
}

/**
 * Opens the camera at the back and reads until it is closed. Pictures stay in this page.
 * @throws where the camera is refused or missing
 */
export async function openReader(video: HTMLVideoElement, onCode: (text: string) => void): Promise<Reader> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  const read = await detector();
  video.srcObject = stream;
  await video.play();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void read(video)
      .then((text) => {
        if (text) onCode(text);
      })
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, EVERY_MS);
  return {
    close() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}
