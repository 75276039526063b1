using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FuzzySharp;
using Monitor.Core.Items;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Benchmarks;

/// <summary>
/// The promised ratios, measured side by side in one run so that the machine cancels out: each figure is the median of several rounds
/// over the same text, in MB of UTF-8 per second of processor time, and its ratio to plain decoding of that text, timed anew in the same round.
/// </summary>
internal sealed class Ratios(TextWriter output)
{
    private const int Bytes = 8_000_000;
    private const int Rounds = 9;

    /// <summary>Long enough for the runtime to have compiled everything at its best, also on a busy machine.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>What is too slow for the whole text is timed over a piece of it, and over so many names.</summary>
    private const int Sample = 20_000, SampledNames = 150;

    private readonly IReadOnlyList<Item> items = Corpus.Articles(Bytes);

    public void Print()
    {
        foreach (var size in new[] { 15, 1_500, 150_000 })
        {
            var list = Corpus.Watchlist(size);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var clock = Stopwatch.StartNew();
            var finder = new MentionFinder(list);
            var built = clock.Elapsed;
            var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            Measure($"names, {size:N0} persons", items, i => finder.Find(i).Mentions.Count, 1, Text($"index {held:F1} MB, built in {built.TotalMilliseconds:F0} ms"));
            GC.KeepAlive(finder);
            Baselines(list, size);
        }
    }

    private void Baselines(IReadOnlyList<Subject> list, int size)
    {
        if (size <= 1_500)
        {
            var aliases = list.SelectMany(Corpus.Aliases).Distinct().ToArray();
            var values = SearchValues.Create(aliases, StringComparison.OrdinalIgnoreCase);
            Measure($"SearchValues<string>, {size:N0}", items, i => Count(i.Text, values), 1, $"{aliases.Length} aliases");
            var piece = items.Take(size == 15 ? items.Count : 20).ToList();
            // The non-backtracking engine refuses more than some hundred aliases.
            var kind = size == 15 ? RegexOptions.NonBacktracking : RegexOptions.None;
            var regex = new Regex(string.Join('|', aliases.Select(Regex.Escape)), kind | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMinutes(1));
            Measure($"Regex alternation, {size:N0}", piece, i => regex.Count(i.Text), 1, kind.ToString());
        }

        // One name after the other: the time for all of them is that for the sampled ones, times their number.
        var names = list.Take(SampledNames).Select(p => p.Name).ToList();
        var few = items.Take(size == 15 ? 8 : 1).ToList();
        Measure($"FuzzySharp per name, {size:N0}", few, i => names.Count(name => Fuzz.PartialRatio(name, i.Text[..Math.Min(i.Text.Length, Sample)]) > 90), (double)size / names.Count, "partial ratio");
    }

    private void Measure(FormattableString what, IReadOnlyList<Item> read, Func<Item, int> pass, double factor, string rest)
    {
        var utf8 = read.Select(i => Encoding.UTF8.GetBytes(i.Whole)).ToArray();
        var buffer = new char[utf8.Max(b => b.Length)];
        var found = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < WarmUp; Thread.Yield()) found = Decode() + read.Sum(pass);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Decode: Seconds(() => Decode()), Own: Seconds(() => found = read.Sum(pass)) * factor)).ToList();
        var own = Median(rounds.Select(r => r.Own));
        var ratio = Median(rounds.Select(r => r.Decode / r.Own));
        output.WriteLine(Text($"{Text(what),-32} {utf8.Sum(b => (double)b.Length) / 1e6 / own,9:G3} MB/s   {ratio,8:G3} x decode   {found} found; {rest}"));

        int Decode() => utf8.Sum(b => Encoding.UTF8.GetChars(b, buffer));
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<string> values)
    {
        var count = 0;
        for (int at; (at = text.IndexOfAny(values)) >= 0; text = text[(at + 1)..]) count++;
        return count;
    }

    /// <summary>Of processor time, since other programs' work would fall on one side of a ratio only; a short pass is repeated until the clock can tell it.</summary>
    private static double Seconds(Action pass)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var passes = 0;
        do
        {
            pass();
            passes++;
        }
        while (clock.Elapsed < TimeSpan.FromMilliseconds(20));
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / passes;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
