using BenchmarkDotNet.Running;
using Monitor.Benchmarks;

// `--ratios` measures the ratios of src/README.md in one run of about a minute; everything else goes to BenchmarkDotNet.
if (args is ["--ratios", ..]) new Ratios(Console.Out).Print();
else BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args);
