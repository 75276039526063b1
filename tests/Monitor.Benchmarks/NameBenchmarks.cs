using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using Monitor.Core.Items;
using Monitor.Core.Mentions;

namespace Monitor.Benchmarks;

/// <summary>The name pipeline by size of the list, against decoding the text and a plain scan for aliases.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class NameBenchmarks
{
    private const int Bytes = 2_000_000;

    private IReadOnlyList<Item> items = [];
    private byte[][] utf8 = [];
    private char[] buffer = [];
    private MentionFinder finder = new([]);
    private SearchValues<string> aliases = SearchValues.Create(["-"], StringComparison.OrdinalIgnoreCase);

    [Params(15, 1_500, 150_000)]
    public int Persons { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        items = Corpus.Articles(Bytes);
        utf8 = [.. items.Select(i => Encoding.UTF8.GetBytes(i.Whole))];
        buffer = new char[utf8.Max(b => b.Length)];
        var list = Corpus.Watchlist(Persons);
        finder = new MentionFinder(list);
        aliases = SearchValues.Create([.. list.Take(1_500).SelectMany(Corpus.Aliases).Distinct()], StringComparison.OrdinalIgnoreCase);
    }

    [Benchmark(Baseline = true)]
    public int Decode() => utf8.Sum(b => Encoding.UTF8.GetChars(b, buffer));

    [Benchmark]
    public int Names() => items.Sum(i => finder.Find(i).Mentions.Count);

    /// <summary>At 150,000 persons the plain scan still gets the aliases of 1,500 only: more cannot be built in reasonable time.</summary>
    [Benchmark]
    public int PlainAliases() => items.Count(i => i.Text.AsSpan().ContainsAny(aliases));
}
