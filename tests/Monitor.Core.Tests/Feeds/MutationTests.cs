using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

/// <summary>Ten thousand damaged feeds, each made by a seeded hand so that a failure can be had again: no exception, no hang, nothing invented.</summary>
public sealed class MutationTests
{
    private const int PerSeed = 1000;

    private const int Items = 4;

    private static readonly Regex ItemStart = new("<[^<>]{0,20}(item|entry)|\\{", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly byte[] Pieces = Encoding.UTF8.GetBytes("<>&\"'/=!?[]-;:# \0\u0001\uFEFFxitem");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void A_damaged_feed_gives_items_of_the_whole_one_or_fewer(int seed)
    {
        var random = new Random(seed);
        var whole = Encoding.UTF8.GetBytes((seed % 4) switch { 0 => SampleFeeds.Rss(Items, seed), 1 => SampleFeeds.Atom(Items, seed), 2 => SampleFeeds.Rdf(Items, seed), _ => SampleFeeds.Json(Items, seed) });
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < PerSeed; i++)
        {
            var damaged = Damage(whole, random);
            var watch = Stopwatch.StartNew();
            var reading = FeedParser.Parse(damaged, null, null);
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            Assert.True((reading.Feed is null) != (reading.NotAFeed is null));
            // An item that no start tag of the damaged text begins would be invented.
            Assert.True(reading.Feed is null || reading.Feed.Items.Count <= StartsIn(damaged), $"{reading.Feed?.Items.Count} items of seed {seed}, step {i}");
        }

        Assert.True(slowest < TimeSpan.FromSeconds(2), $"the slowest took {slowest}");
    }

    /// <summary>Each damaged feed has at most this many places changed.</summary>
    private const int MostChanges = 8;

    /// <summary>Start tags of items, for JSON open brackets of objects; zero bytes are dropped by the reader and may join one.</summary>
    private static int StartsIn(byte[] damaged) => ItemStart.Count(Encoding.Latin1.GetString(damaged).Replace("\0", "", StringComparison.Ordinal).Replace("\u0001", "", StringComparison.Ordinal));

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var changes = random.Next(1, MostChanges + 1); changes > 0 && bytes.Count > 10; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 200), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] = Pieces[random.Next(Pieces.Length)]; break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                default: bytes.RemoveRange(Math.Max(at, bytes.Count / 4), bytes.Count - Math.Max(at, bytes.Count / 4)); break;
            }
        }

        return [.. bytes];
    }
}
