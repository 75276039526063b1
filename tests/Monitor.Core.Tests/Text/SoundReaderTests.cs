using Monitor.Core.Text;

namespace Monitor.Core.Tests.Text;

public sealed class SoundReaderTests
{
    [Theory]
    [InlineData("Бяляцкі", "Беляцкий", "Bialiatski", "Bjaljazki", "Bialacki", "Byalyatsky", "Бјаљацки", "Biaľacki")]
    [InlineData("Калеснікава", "Колесникова", "Kalesnikava", "Kolesnikowa", "Kaleśnikava", "Koļesņikova", "Калесьнікава")]
    [InlineData("Вячорка", "Vyachorka", "Wjatschorka", "Wiaczorka", "Viačorka", "Vjatjorka")]
    [InlineData("Шчарба", "Shcharba", "Schtscharba", "Szczarba", "Ščarba")]
    public void One_name_has_one_key_in_every_script(params string[] spellings)
    {
        var keys = spellings.Select(Key).Distinct().ToList();
        Assert.True(keys.Count == 1, string.Join(" ", spellings.Select(s => $"{s}:{Key(s):x}")));
    }

    [Theory]
    [InlineData("Знак", "Зянкоўская")]
    [InlineData("Лосик", "Лосева")]
    [InlineData("Maria", "Marina")]
    public void Different_names_have_different_keys(string one, string other) => Assert.NotEqual(Key(one), Key(other));

    [Fact]
    public void A_word_with_too_many_consonants_is_passed_over_whole()
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        var word = string.Concat(Enumerable.Repeat("bad", 20));
        Assert.Equal(0, SoundReader.Read(word + " next", 0, units, out var end));
        Assert.Equal(word.Length, end);
    }

    [Fact]
    public void Soft_hyphens_and_stress_marks_are_no_sounds()
    {
        Assert.Equal(Key("Беляцкий"), Key("Бе\u00ADля́цкий"));
    }

    private static ulong Key(string word)
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        var count = SoundReader.Read(word, 0, units, out _);
        return SoundReader.KeyOf(units[..count]);
    }
}
