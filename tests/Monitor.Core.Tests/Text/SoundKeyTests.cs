using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Tests.Text;

public sealed class SoundKeyTests
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzzhscszcjtkhuv'абвгдеёжзийклмнопрстуфхцчшщыьэюяіўґє\u00AD\u0301’éčšłŭ";

    [Theory]
    [InlineData("Bialiatski")]
    [InlineData("Schtscherbakow")]
    [InlineData("Ivanou")]
    [InlineData("Ivanou's")]
    [InlineData("Ivanovs")]
    [InlineData("Бяляцкі")]
    [InlineData("Pintjuk")]
    [InlineData("Wjatschorka")]
    [InlineData("Aksana")]
    [InlineData("Maxim")]
    [InlineData("Uladzimir")]
    [InlineData("Дзядзько")]
    [InlineData("Ales'")]
    public void The_key_told_letter_by_letter_is_that_of_the_sounds(string word) => Assert.Equal(KeyOfSounds(word, out _), SoundKey.Of(word, 0, out _));

    [Fact]
    public void The_two_ways_to_a_key_agree_on_any_chain_of_letters()
    {
        var random = new Random(20251213);
        for (var n = 0; n < 200_000; n++)
        {
            var word = new StringBuilder();
            for (var length = 1 + random.Next(12); word.Length < length;) word.Append(Letters[random.Next(Letters.Length)]);
            var text = word.ToString();
            var key = KeyOfSounds(text, out var known);
            if (known) Assert.True(key == SoundKey.Of(text, 0, out _), $"{text}: {key:x} by its sounds, {SoundKey.Of(text, 0, out _):x} by its letters");
        }
    }

    [Fact]
    public void Reading_stops_behind_the_word()
    {
        _ = SoundKey.Of("— Знак, Максим", 2, out var end);
        Assert.Equal(6, end);
    }

    private static ulong KeyOfSounds(string word, out bool known)
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        var count = SoundReader.Read(word, 0, units, out var end);
        known = end == word.Length || (end == word.Length - 1 && word[^1] is '\'' or '’');
        return SoundReader.KeyOf(units[..count]);
    }
}
