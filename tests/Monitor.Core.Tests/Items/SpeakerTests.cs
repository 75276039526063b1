using Monitor.Core.Items;

namespace Monitor.Core.Tests.Items;

public sealed class SpeakerTests
{
    [Theory]
    [InlineData("He is home.\nFirst published by Confidencial and translated by another paper.", "confidencial")]
    [InlineData("He is home.\nConfidencial published this first.", "confidencial")]
    [InlineData("Originally published in Nasha Niva. Two lines follow.", "nashaniva")]
    [InlineData("Ён дома.\nКрыніца: Наша Ніва", "nashaniva")]
    [InlineData("Он дома.\nИсточник: Радио Свобода.", "rferl")]
    [InlineData("Jest w domu.\nŹródło: Belsat", "belsat")]
    [InlineData("He is home.\nThis story was first published by The Lake Gazette.", "the-lake-gazette")]
    public void Whoever_is_credited_speaks(string text, string origin) => Assert.Equal(origin, Speaker.Of(Item(text)));

    [Theory]
    [InlineData("Her novel, first published in Vilnius, is read in many countries.")]
    [InlineData("The law was first published in 2021 and came into force a year later.")]
    [InlineData("A source: nobody knows more.\nOne.\nTwo.\nThree.\nFour.\nFive.")]
    public void What_only_looks_like_a_credit_credits_nobody(string text) => Assert.Equal("outlet", Speaker.Of(Item(text)));

    [Theory]
    [InlineData("belta.by", "belta")]
    [InlineData("eng.belta.by", "belta")]
    [InlineData("BELTA", "belta")]
    [InlineData("www.spring96.org", "viasna")]
    [InlineData("nasha-niva", "nashaniva")]
    [InlineData("news.zerkalo.io", "zerkalo")]
    [InlineData("www.unknown.example", "unknown.example")]
    [InlineData("Lake Gazette", "lake-gazette")]
    public void One_house_has_one_key_by_whatever_name(string name, string key) => Assert.Equal(key, Origins.Of(name));

    private static Item Item(string text) => new() { Id = "1", Source = "s", Origin = "outlet", Title = "Title", Text = text };
}
