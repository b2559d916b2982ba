// The suites measure memory and share one emulator.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
