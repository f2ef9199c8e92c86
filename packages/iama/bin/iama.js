#!/usr/bin/env node
import '../dist/iama.js';
