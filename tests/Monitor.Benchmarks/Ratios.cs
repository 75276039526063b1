using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Monitor.Core.Items;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Benchmarks;

/// <summary>
/// The promised ratios, measured side by side in one run so that the machine cancels out: each figure is the best of several passes over
/// the same text, in MB of UTF-8 per second, and its ratio to plain decoding of that text.
/// </summary>
internal static class Ratios
{
    private const int Bytes = 8_000_000;
    private const int Passes = 7;

    public static void Print(TextWriter output)
    {
        var items = Corpus.Articles(Bytes);
        var utf8 = items.Select(i => Encoding.UTF8.GetBytes(i.Whole)).ToArray();
        var total = utf8.Sum(b => (long)b.Length);
        var buffer = new char[utf8.Max(b => b.Length)];
        var decode = Best(() => utf8.Sum(b => Encoding.UTF8.GetChars(b, buffer)));
        Line(output, "decode UTF-8", total, decode, decode, "");

        foreach (var size in new[] { 15, 1_500, 150_000 })
        {
            var list = Corpus.Watchlist(size);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var clock = Stopwatch.StartNew();
            var finder = new MentionFinder(list);
            var built = clock.Elapsed;
            var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            var found = items.Sum(i => finder.Find(i).Mentions.Count);
            var seconds = Best(() => items.Sum(i => finder.Find(i).Mentions.Count));
            Line(output, Text($"names, {size:N0} persons"), total, seconds, decode, Text($"index {held:F1} MB, built in {built.TotalMilliseconds:F0} ms, {found} mentions"));
            GC.KeepAlive(finder);
            if (size == 150_000) continue;
            Plain(output, list, items, (total, decode), size);
        }
    }

    private static void Plain(TextWriter output, IReadOnlyList<Subject> list, IReadOnlyList<Item> items, (long Total, double Decode) measure, int size)
    {
        var aliases = list.SelectMany(Corpus.Aliases).Distinct().ToArray();
        var values = SearchValues.Create(aliases, StringComparison.OrdinalIgnoreCase);
        Line(output, Text($"SearchValues<string>, {size:N0}"), measure.Total, Best(() => items.Sum(i => Count(i.Text, values))), measure.Decode, Text($"{aliases.Length} aliases"));
        if (size > 15) return;
        var regex = new Regex(string.Join('|', aliases.Select(Regex.Escape)), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        Line(output, Text($"Regex alternation, {size:N0}"), measure.Total, Best(() => items.Sum(i => regex.Count(i.Text)), 2), measure.Decode, "");
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<string> values)
    {
        var count = 0;
        for (int at; (at = text.IndexOfAny(values)) >= 0; text = text[(at + 1)..]) count++;
        return count;
    }

    private static double Best(Func<int> pass, int passes = Passes)
    {
        var best = double.MaxValue;
        for (var i = 0; i < passes; i++)
        {
            var clock = Stopwatch.StartNew();
            pass();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static void Line(TextWriter output, string what, long bytes, double seconds, double decode, string rest) =>
        output.WriteLine(Text($"{what,-32} {bytes / 1e6 / seconds,8:F0} MB/s   {decode / seconds,6:F3} x decode   {rest}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
