export { endpointIndex, isOperational } from './contract.ts';
