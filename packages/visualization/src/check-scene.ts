import { ParameterError } from '@tenfold/core';

/**
 * Checks that something is a scene.
 *
 * @throws ParameterError when it is not
 */
export function checkScene(owner: string, scene: unknown): void {
  const isScene = typeof scene === 'object' && scene !== null && 'marks' in scene && 'picture' in scene;
  if (!isScene)
    throw new ParameterError(owner, 'scene', 'a scene, as digitGrid and its like build one', scene);
}
