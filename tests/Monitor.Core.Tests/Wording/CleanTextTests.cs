using System.Xml;
using Monitor.Core.Wording;

namespace Monitor.Core.Tests.Wording;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("Зеркало: «да» 🎉 e\u0301", "Зеркало: «да» 🎉 e\u0301")]
    [InlineData("a\r\nb\tc\u2028d", "a  b c d")]
    [InlineData("\u202Eexe.gpj\u2066\u200F\u061C", "exe.gpj")]
    [InlineData("a\u0000b\u001Bc\u009Fd", "abcd")]
    [InlineData("a\uFFFEb\uFFFFc\uFDD0d\U0001FFFFe", "abcde")]
    public void Text_is_one_line_without_what_could_break_or_turn_it(string text, string clean) => Assert.Equal(clean, CleanText.Of(text));

    /// <summary>Half a pair cannot stand in an attribute, which is stored as UTF-8.</summary>
    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => Assert.Equal("lone \uFFFD half", CleanText.Of("lone " + (char)0xD800 + " half"));

    [Fact]
    public void Whatever_sign_there_is_the_rest_is_legal_XML()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10000).Select(c => (char)c)) + char.ConvertFromUtf32(0x10FFFF) + char.ConvertFromUtf32(0x1F389);
        Assert.Equal(CleanText.Of(all), XmlConvert.VerifyXmlChars(CleanText.Of(all)));
    }
}
