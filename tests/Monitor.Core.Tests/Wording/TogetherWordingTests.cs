using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;

namespace Monitor.Core.Tests.Wording;

public sealed class TogetherWordingTests
{
    [Theory]
    [InlineData("en", "viasna", "Reported by one origin, not yet confirmed", "Viasna")]
    [InlineData("en", "belta", "Each reported by one origin only, not yet confirmed", "Viasna, BelTA (state agency)")]
    [InlineData("ru", "belta", "О каждом из этих изменений сообщил один источник, пока не подтверждено", "«Вясна», БелТА (государственное агентство)")]
    public void One_origin_for_each_is_not_one_origin_for_all(string language, string second, string standing, string voices)
    {
        var lines = TelegramMessages.Of(Phrasebook.For(language).SayTogether([Freed("Some One", "viasna"), Freed("Somebody Else", second)])).Single().Split('\n');
        Assert.Equal(standing, lines[1]);
        Assert.EndsWith(": " + voices, lines[3], StringComparison.Ordinal);
    }

    private static ToldAlert Freed(string name, string origin) => new(
        new Alert { Type = AlertType.Report, Subject = name, Names = new Dictionary<string, string> { [""] = name }, Kind = ClaimKind.Released, Date = PartialDate.Parse("2025-12-13"), Standing = Standing.Reported, Origins = [origin], Items = [] },
        Page: null);
}
