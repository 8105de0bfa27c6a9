using Xunit.Sdk;
using Xunit.v3;

// A deployment reads its configuration from variables of the process, so that one test runs at a time.
[assembly: Parallelization(Mode = ParallelMode.None)]
