using BenchmarkDotNet.Running;
using Monitor.Benchmarks;

// `--ratios` measures the ratios of src/README.md in one run of about a minute, `--bare` serves a file for comparison; everything else goes to BenchmarkDotNet.
if (args is ["--ratios", ..]) new Ratios(Console.Out).Print();
else if (args is ["--bare", var file, var address]) BareServer.Run(file, address);
else BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args);
