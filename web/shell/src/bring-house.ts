let coming: Promise<typeof import('./house.tsx')> | undefined;

/** Loads the frame with Ant Design, once: at the press of the sign-in button, while the server looks at the password. */
export function bringHouse(): Promise<typeof import('./house.tsx')> {
  coming ??= import('./house.tsx').catch((caught: unknown) => {
    coming = undefined;
    throw caught;
  });
  return coming;
}
