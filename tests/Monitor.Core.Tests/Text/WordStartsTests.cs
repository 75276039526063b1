using Monitor.Core.Text;

namespace Monitor.Core.Tests.Text;

public sealed class WordStartsTests
{
    [Fact]
    public void Every_capital_that_begins_a_word_is_found_wherever_it_stands()
    {
        var text = "раз, два. Три d'Ales «Чатыры» iPhone (Łódź) and a long tail of small words without any, then Конец";
        var found = new List<string>();
        for (var at = WordStarts.Next(text, 0); at >= 0; at = WordStarts.Next(text, at + 1)) found.Add(Words.At(text, at).In(text).ToString());
        Assert.Equal(["Три", "Ales", "Чатыры", "Łódź", "Конец"], found);
    }

    [Theory]
    [InlineData("Ales Bialiatski", Gap.Space)]
    [InlineData("Bialiatski, Ales", Gap.Comma)]
    [InlineData("Andreyeva-Bakhvalava", Gap.Hyphen)]
    [InlineData("A. Bialiatski", Gap.Space)]
    [InlineData("home. Bialiatski", Gap.Break)]
    [InlineData("Ales «Volat»", Gap.Space)]
    public void The_gap_between_two_words_is_told(string text, Gap gap)
    {
        var last = text.Length;
        while (last > 0 && !char.IsUpper(text[last - 1])) last--;
        _ = Words.Before(text, last - 1, out var told);
        Assert.Equal(gap, told);
    }
}
