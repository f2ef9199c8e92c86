import { stopWith } from './stop-with.mjs';

/** Stops when this Node is older than `floor` ("20.19"), before anything of the workspace is loaded. */
export function requireNode(floor) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [floorMajor, floorMinor] = floor.split('.').map(Number);
  if (major > floorMajor || (major === floorMajor && minor >= floorMinor)) return;
  stopWith(`Node ${process.versions.node} is older than ${floor}`, [
    `Install Node ${floor} or newer (https://nodejs.org), then run the same command again.`,
  ]);
}
