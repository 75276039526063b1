using BenchmarkDotNet.Running;
using Monitor.Benchmarks;

// `--ratios` measures the ratios of src/README.md in one run of about a minute (`--ratios feeds`: those of feeds), `--bare` serves a file for comparison, `--sample-feed` prints
// the feed that is measured; everything else goes to BenchmarkDotNet.
if (args is ["--ratios", "feeds"]) FeedRatios.Print(Console.Out);
else if (args is ["--ratios", ..]) new Ratios(Console.Out).Print();
else if (args is ["--bare", var file, var address]) BareServer.Run(file, address);
else if (args is ["--sample-feed"]) Console.Out.Write(FeedRatios.Sample);
else BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args);
