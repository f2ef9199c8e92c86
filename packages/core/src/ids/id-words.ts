const requirementWords =
  words(`REQ REQS REQT REQMT RQ RQMT RQT FR FRS FREQ FRQ NFR NFRS NFREQ NFRQ SRS SYSREQ SYRS SWR SWREQ SRQ
  SWRS HWR HLR LLR URS UR URQ BR BRQ BREQ BRD RF RNF RFN EF ENF EXG EXI ANF NFA LF LH LFA LAST
  REQUIREMENT REQUIREMENTS FUNC FUNCREQ USERREQ SHALL STKR STKREQ FNC QREQ SECREQ PRDREQ FTR SWS ФТ НФТ БТ ФВ НФВ`);

/** Words of ids that are never requirements: standards, algorithms, decisions, test cases, tasks, tickets, steps. */
export const foreignWords =
  words(`DO ADR ADRS MADR RFC RFCS CVE CWE CAPEC GHSA OWASP ISO ISA IEC IEEE DIN NIST ANSI ASTM ECMA ITU BCP STD PEP
  KEP EIP ERC JEP JSR SOC PCI SHA AES RSA DES ECDSA UTF UCS ASCII HTTP HTTPS TLS SSL IPV COVID GPT LLAMA CLAUDE GEMINI
  BERT TC TCASE TESTCASE TESTSUITE GH JIRA DOI ISBN USB PDF
  FIG FIGURE APPENDIX ANNEX 
  WCAG GDPR HIPAA CCPA ARM X86 I18N L10N A11Y K8S APACHE GPL LGPL BSD MPL
  IMPL UTEST ITEST STEST UMAN PEP8 MIT DDR UUID GUID RGB CET PST EST UTC GMT `);

/** Those of them that say so wherever they stand: `SHOP-ADR-001` is a decision, `SVC-DES-001` no cipher. */
export const recordWords = words('ADR ADRS MADR RFC CVE TC TCASE TESTCASE');

/** Words that name other things but also topics of a product: `TASK-01` is a requirement of a planner. */
export const topicWords =
  words(`TASK TASKS TSK BUG BUGS ISSUE ISSUES DEFECT STEP LEVEL LAYER TIER OPTION TABLE TAB SECTION VERSION LICENSE MIG
  INCIDENT TEST TESTS ERR ERROR QUESTION METRIC CHECK RULE ACTION AI NOTE CHANGE RELEASE EVENT LOG MSG CODE ENTITY
  SCREEN SCR PAGE WF FLOW DIAGRAM PATTERN ROLE PERSONA IDEA EXP`);

/** Words of ids that mostly name something else; clear structure can still make one a requirement. */
export const unlikelyWords = new Set([
  ...topicWords,
  ...words(`PR MR MD ES EC MP CC TS TP UT IT ST VT E2E AT UAT QA VER VERIF VAL RISK RISKS RSK RK D DEC DECISION E A ASM ASS
  ASSUMPTION AC ACC SC UC USECASE POC SPIKE Q OQ G GOAL OBJ OBJECTIVE KPI M MS P C I H S W K N O L B J X Y Z T U V DEP
  DEPENDENCY OOS CHK CHECKLIST PRINCIPLE EDGE FINDING THREAT TH MIT MITIGATION HAZ HAZARD CHG CR INV LESSON EX EXAMPLE
  ACTOR STAKEHOLDER GAP DEBT TD PAIN OPP HYP EPIC PHASE SPRINT ITERATION WAVE TBL CHAPTER MILESTONE INC COMMIT CLAUSE`),
]);

/** True when a word of an id names a requirement, in whatever case it is written: `FR`, `req`. */
export function isRequirementWord(word: string): boolean {
  return requirementWords.has(word.toUpperCase());
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
