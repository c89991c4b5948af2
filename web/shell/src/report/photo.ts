const LONGEST_PX = 1_600;

/**
 * A photo as it is sent: no larger than is needed to see a fault, drawn anew, so that place and device stay on the phone. As it came where the
 * browser cannot draw it; the server takes the rest off.
 */
export async function smallPhoto(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/jpeg', 0.82);
    });
    return drawn ?? file;
  } catch {
    return file;
  }
}
