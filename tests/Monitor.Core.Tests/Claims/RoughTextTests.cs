using System.Diagnostics;
using System.Text;

namespace Monitor.Core.Tests.Claims;

/// <summary>Whatever the text, reading it ends: no exception, and a time that grows with the length and not with its square.</summary>
public sealed class RoughTextTests
{
    [Fact]
    public void Ten_thousand_random_texts_are_read_without_an_exception()
    {
        var random = new Random(20251213);
        string[] bits = ["Maria Kalesnikava", "freed", "не", "освободили", "13 December 2025", "(", ")", ",", ";", "—", "«", "10 years", "who", ":", ".", "\n", "не выпустят", "пресс", "2021-м", "\u0301", "\uD800", "ў", "’s wife"];
        for (var i = 0; i < 10_000; i++)
        {
            var text = new StringBuilder();
            for (var j = random.Next(40); j > 0; j--)
            {
                if (random.Next(3) == 0) text.Append(bits[random.Next(bits.Length)]).Append(' ');
                else text.Append((char)random.Next(1, 0xFFFF));
            }

            var language = (i % 5) switch { 0 => "en", 1 => "ru", 2 => "be", 3 => "de", _ => "" };
            Assert.NotNull(Reader.Read(language, "Belarus", text.ToString()).Claims);
        }
    }

    [Fact]
    public void A_megabyte_on_one_line_takes_no_more_than_its_share()
    {
        const string sentence = "Maria Kalesnikava was freed and 123 prisoners left Belarus, who were sentenced in 2021 to ten years ";
        Time(sentence, 64);
        var small = Time(sentence, 1_000);
        var large = Time(sentence, 10_000);

        Assert.True(large < (small * 30) + 200, $"100 kB took {small} ms and 1 MB {large} ms");
    }

    private static long Time(string sentence, int times)
    {
        var text = new StringBuilder().Insert(0, sentence, times).ToString();
        var watch = Stopwatch.StartNew();
        Reader.Read("en", "Belarus", text);
        return watch.ElapsedMilliseconds;
    }
}
