using System.Text.RegularExpressions;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;

namespace Monitor.Core.Tests.Wording;

public sealed class PhrasebookTests
{
    private static readonly Regex Placeholder = new(@"\{[a-z]+\}", RegexOptions.NonBacktracking);
    private static readonly Phrasebook English = Phrasebook.For("en");

    public static TheoryData<string> Others => ["be", "ru"];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_is_there_in_every_language(string language)
    {
        var book = Phrasebook.For(language);
        Assert.Empty(English.Keys.Except(book.Keys, StringComparer.Ordinal));
        Assert.Empty(book.Keys.Except(English.Keys, StringComparer.Ordinal));
        Assert.All(book.Keys, key => Assert.NotEqual("", book.Raw(key).Trim()));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_has_the_placeholders_of_the_english_one_in_each_of_its_forms(string language)
    {
        var book = Phrasebook.For(language);
        foreach (var key in English.Keys)
        {
            var expected = PlaceholdersOf(English.Raw(key).Split('|')[0]);
            Assert.All(English.Raw(key).Split('|').Concat(book.Raw(key).Split('|')), form => Assert.Equal((key, expected), (key, PlaceholdersOf(form))));
        }
    }

    [Theory]
    [InlineData("en", 2)]
    [InlineData("be", 3)]
    [InlineData("ru", 3)]
    public void A_text_with_plural_forms_has_all_of_its_language(string language, int forms)
    {
        var book = Phrasebook.For(language);
        Assert.All(book.Keys.Select(book.Raw).Where(t => t.Contains('|', StringComparison.Ordinal)), text => Assert.Equal(forms, text.Split('|').Length));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void No_text_was_left_in_english(string language)
    {
        var book = Phrasebook.For(language);
        string[] sameInAll = ["origin.", "page.site", "feed.title-subject", "language.choose"];
        Assert.All(book.Keys.Where(k => !sameInAll.Any(s => k.StartsWith(s, StringComparison.Ordinal)) && Placeholder.Replace(English.Raw(k), "").Any(char.IsAsciiLetter)),
            key => Assert.True(Placeholder.Replace(book.Raw(key), "").Any(c => c is >= 'А' and <= 'я' or 'і' or 'ў' or 'ё' or 'І' or 'Ў' or 'Ё') || !English.Raw(key).Contains(' ', StringComparison.Ordinal), key));
    }

    [Theory]
    [InlineData("en", 1, "1 minute ago")]
    [InlineData("en", 0, "0 minutes ago")]
    [InlineData("be", 21, "21 хвіліну таму")]
    [InlineData("be", 3, "3 хвіліны таму")]
    [InlineData("be", 12, "12 хвілін таму")]
    [InlineData("ru", 104, "104 минуты назад")]
    [InlineData("ru", 111, "111 минут назад")]
    public void Plurals_are_right(string language, int count, string text) => Assert.Equal(text, Phrasebook.For(language)["time.minutes", ("count", count)]);

    [Theory]
    [InlineData("be", "2025-12-13", "13 снежня 2025")]
    [InlineData("be", "2021-07", "ліпеня 2021")]
    [InlineData("ru", "2021", "2021 года")]
    [InlineData("en", "2021-07", "July 2021")]
    public void A_date_after_since_stands_in_its_case(string language, string date, string text) => Assert.Equal(text, Phrasebook.For(language).Since(PartialDate.Parse(date)));

    [Theory]
    [InlineData("be-BY", "be")]
    [InlineData("ru_RU", "ru")]
    [InlineData("pt-br", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void An_app_in_another_language_gets_english(string? tag, string language) => Assert.Equal(language, Phrasebook.For(tag).Language);

    [Fact]
    public void What_telegram_shows_of_the_bot_fits_its_limits()
    {
        Assert.All(Phrasebook.Languages.Select(Phrasebook.For), book =>
        {
            Assert.InRange(book["bot.description"].Length, 1, 512);
            Assert.InRange(book["bot.about"].Length, 1, 120);
            Assert.All(book.Keys.Where(k => k.StartsWith("command.", StringComparison.Ordinal)), k => Assert.InRange(book[k].Length, 1, 256));
        });
    }

    private static string PlaceholdersOf(string text) => string.Join(' ', Placeholder.Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
