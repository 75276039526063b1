using System.Globalization;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Bot;

/// <summary>Thousands of updates of every kind, with every failure, and a log that keeps everything: nothing of a reader is in it.</summary>
[Collection(Alone.Name)]
public sealed class CanaryTests
{
    private const int Seed = 20251213;
    private const int UpdatesPerChat = 20;
    private const long FirstChat = 5_777_000_000_000;
    private const long Group = -1_001_777_000_000;
    private const string Word = "Kanareikawa";

    /// <summary>The first name of everybody who writes to the fake.</summary>
    private const string Name = "Somebody";

    [Fact]
    public Task No_log_line_holds_anything_of_a_reader_over_a_thousand_updates() => ScanAsync(1_000);

    [Fact]
    [Trait("Category", "Survival")]
    public Task No_log_line_holds_anything_of_a_reader_over_ten_thousand_updates() => ScanAsync(10_000);

    private static async Task ScanAsync(int updates)
    {
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.People.AddsTo(Group);
        house.Telegram.Faults.Randomly(Seed, 0.1, Fault.ServerError, Fault.Blocked, Fault.HtmlBadGateway, Fault.Cut, Fault.Refusal(400, $"Bad Request: can't parse entities: \"{Word}\""), Fault.Refusal(400, "Bad Request: chat not found"));
        for (var n = 0; n < updates; n++)
        {
            Happen(house.Telegram, FirstChat + (n / UpdatesPerChat), n);
            if (n % 500 == 499) await house.Telegram.WaitFor(t => t.Updates.Unconfirmed == 0, TimeSpan.FromMinutes(5));
        }

        await house.StopAsync();
        string[] secrets = ["5777000", "1001777000", Word, Name, FakeBotApi.Token.Split(':')[1]];
        Assert.True(house.Log.Lines.Count > updates, "the log was not read at the level of debugging");
        Assert.DoesNotContain(house.Log.Lines, line => secrets.Any(s => line.Contains(s, StringComparison.OrdinalIgnoreCase)));
    }

    private static void Happen(FakeBotApi telegram, long chat, int n)
    {
        var word = Word + n.ToString(CultureInfo.InvariantCulture);
        switch (n % UpdatesPerChat)
        {
            case 0: telegram.People.Writes(chat, "/start " + word); break;
            case 1: telegram.People.Writes(chat, "Znak"); break;
            case 2: telegram.People.Writes(chat, $"/follow {word}"); break;
            case 3: telegram.People.Writes(chat, $"/follow Znak\nMaria\n{word}"); break;
            case 4: telegram.People.AsksInline(chat, word); break;
            case 5: telegram.People.WritesIn(Group, chat, $"/status {word}"); break;
            case 6: telegram.People.Writes(chat, $"/settings zone {word}"); break;
            case 7: telegram.People.Writes(chat, "/export"); break;
            case 8: telegram.People.Writes(chat, $"/{word}"); break;
            case 9: telegram.People.Blocks(chat); break;
            case 10: telegram.People.Unblocks(chat); break;
            case 19: telegram.People.Writes(chat, "/forget"); break;
            default: telegram.People.Writes(chat, word); break;
        }
    }
}
