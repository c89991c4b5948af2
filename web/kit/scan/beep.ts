let sound: AudioContext | undefined;

/** Found or not, by ear and by hand: one high tone, or two low ones; a short shake, or a long one. Silent where the browser will not. */
export function said(found: boolean): void {
  navigator.vibrate?.(found ? 60 : [120, 80, 120]);
  try {
    sound ??= new AudioContext();
    for (const at of found ? [0] : [0, 0.18]) {
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      tone.frequency.value = found ? 1_320 : 330;
      volume.gain.value = 0.08;
      tone.connect(volume).connect(sound.destination);
      tone.start(sound.currentTime + at);
      tone.stop(sound.currentTime + at + 0.12);
    }
  } catch {
    // A machine without sound scans as well.
  }
}
