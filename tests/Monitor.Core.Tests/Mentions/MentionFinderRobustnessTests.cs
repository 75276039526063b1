using System.Diagnostics;
using System.Text;
using Monitor.Core.Items;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Mentions;

public sealed class MentionFinderRobustnessTests
{
    private static readonly MentionFinder Finder = Given.Persons("Volha Mayorava", "Stsiapan Latypau", "Yauhen Maroz");

    /// <summary>A sanction on the list has every word looked at, not only the capitalised ones.</summary>
    private static readonly MentionFinder WithSanction = new([.. Finder.Index.Subjects, new Sanction { Id = "s", Name = "US potash", Issuer = "US", Target = "potash" }]);

    [Fact]
    public void Ten_thousand_random_texts_are_read_without_a_fault()
    {
        ulong state = 7;
        for (var n = 0; n < 10_000; n++)
        {
            var text = new StringBuilder();
            for (var i = 0; i < 60; i++)
            {
                state = (state * 6364136223846793005) + 1442695040888963407;
                var roll = (int)(state >> 33);
                // A third each: any UTF-16 unit (lone surrogates too), Cyrillic and Latin letters, marks and signs.
                text.Append((roll % 3) switch { 0 => (char)(roll >> 3), 1 => "АВЛатыповМайораваLatypau"[(roll >> 3) % 23], _ => " .,'-\u0301\u00AD\n«»’"[(roll >> 3) % 11] });
            }

            foreach (var mention in WithSanction.Find(Given.Item(text.ToString())).Mentions) Assert.InRange(mention.End, mention.Start + 1, text.Length + 1);
        }
    }

    [Theory]
    [InlineData("а")]
    [InlineData("А")]
    [InlineData("Латыпов ")]
    [InlineData("Л.")]
    [InlineData("Степан-")]
    [InlineData("'а")]
    public void A_megabyte_in_one_line_takes_time_in_proportion(string piece)
    {
        const int times = 16, megabyte = 1_000_000;

        // On a loaded machine only the best of several tries tells anything, and that roughly: time with the square of the length would take 256 times as long.
        var ratio = BestOfThree(megabyte) / BestOfThree(megabyte / times);
        Assert.True(ratio < times * times / 2, $"{ratio:F0} times as long for {times} times as much of \"{piece}\"");

        double BestOfThree(int length)
        {
            var item = Given.Item(string.Concat(Enumerable.Repeat(piece, length / piece.Length)));
            return Enumerable.Range(0, 3).Min(_ => { var clock = Stopwatch.StartNew(); Finder.Find(item); return clock.Elapsed.TotalMilliseconds; });
        }
    }

    [Fact]
    public void Text_without_a_find_allocates_nothing()
    {
        var item = new Item { Id = "1", Source = "s", Origin = "s", Title = "Погода в Париже", Text = "Сегодня в Париже тепло, Жан и Мари гуляют. The weather in London is mild, say Smith and Jones. W Krakowie Nowak pisze." };
        var finder = new MentionFinder([.. Finder.Index.Subjects, new Sanction { Id = "s", Name = "US potash", Issuer = "US", Target = "potash" }]);
        for (var i = 0; i < 100; i++) finder.Find(item);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) finder.Find(item);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Many_threads_read_with_one_finder_and_agree()
    {
        var item = Given.Item("Степан Латыпов в колонии в Беларуси.");
        Assert.All(Enumerable.Range(0, 200).AsParallel().Select(_ => Finder.Find(item).Mentions.Count).ToList(), count => Assert.Equal(1, count));
    }
}
