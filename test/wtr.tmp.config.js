import base from './web-test-runner.config.js';
export default { ...base, testsFinishTimeout: 25_000, testFramework: { config: { timeout: 8000, grep: process.env.GREP } } };
