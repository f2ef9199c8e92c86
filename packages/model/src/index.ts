export type { Configuration } from './configuration.ts';
export { configurationSchema } from './configuration.ts';
export { endpointShape } from './endpoint-shape.ts';
export type { ExitCode } from './exit-codes.ts';
export { exitCodes } from './exit-codes.ts';
export type {
  Certainty,
  EdgeFact,
  EdgeKind,
  Facts,
  Mention,
  NodeFact,
  NodeRef,
  Part,
  Problem,
  Side,
} from './fact.ts';
export { certainties, edgeKinds, sides } from './fact.ts';
export type { Finding, Severity, Stop } from './finding.ts';
export { findingSchema, severities, stops } from './finding.ts';
export { exportedEdgeSchema, exportedNodeSchema, graphExportSchema } from './graph-export.ts';
export type { GraphView, MentionFilter, NodeFilter } from './graph-view.ts';
export type { DocumentRole, Field, NodeAttributes, NodeKind, Reply } from './node-kinds.ts';
export { documentRoles, fieldSchema, nodeAttributes, replySchema } from './node-kinds.ts';
export type { Place } from './place.ts';
export { placeSchema } from './place.ts';
export type { Reader, ReadingContext, ResolvedFacts, Resolver, ResolverSettings, Source } from './reader.ts';
export type { Report, Verdict } from './report.ts';
export { reportSchema, verdicts } from './report.ts';
export type { Need, Settings } from './settings.ts';
export type { Strength } from './strength.ts';
export { strengths } from './strength.ts';
export type { Value } from './value.ts';
export { valueSchema } from './value.ts';
export type { ViewData } from './view-data.ts';
export { viewDataSchema } from './view-data.ts';
