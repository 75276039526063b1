using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Pipeline.Sending;
using Monitor.Store;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Pipeline.Sending;

public sealed class DeliveryRoundTests
{
    private const long Mother = 5_000_000_201;
    private const long Journalist = 5_000_000_202;
    private const long Group = -1_001_000_000_203;

    [Fact]
    public async Task What_one_item_tells_is_one_message_for_who_follows_all_and_chosen_people_have_their_own()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Journalist);
        await outbox.SubscribeAsync(Mother, [Follow.All, "Znak"]);
        foreach (var subject in (string[])[Evidence.Group, "Znak", "Babaryka"]) await outbox.AlertAsync(subject, item: 1);
        await outbox.AlertAsync("Haluza", item: 2);
        await outbox.RunToEndAsync();

        Assert.Equal(2, outbox.In(Journalist).Count);
        Assert.StartsWith("123 prisoners freed\nReported by one origin", outbox.In(Journalist)[0].Text, StringComparison.Ordinal);
        Assert.Contains("• Znak\n• Babaryka", outbox.In(Journalist)[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Haluza: free", outbox.In(Journalist)[1].Text, StringComparison.Ordinal);
        Assert.Equal(3, outbox.In(Mother).Count);
        Assert.StartsWith("Znak: free", outbox.In(Mother)[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Znak", outbox.In(Mother)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_of_many_followers_are_told_while_the_rest_are_written_down_but_never_half_of_what_an_item_told()
    {
        const int batch = 100;
        await using var outbox = await Outbox.OpenAsync();
        for (var n = 0; n <= batch; n++) await outbox.SubscribeAsync(Mother + n);
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.Get<FanOut>().StepAsync(default);
        Assert.NotEmpty(await outbox.Get<DeliveryQueue>().ClaimAsync(1, default));

        foreach (var subject in (string[])["Babaryka", "Haluza"]) await outbox.AlertAsync(subject, item: 2);
        var queue = outbox.Get<DeliveryQueue>();
        while (await outbox.LookAsync(db => db.Alerts.CountAsync(a => !a.FannedOut)) > 1) await outbox.Get<FanOut>().StepAsync(default);
        while ((await queue.ClaimAsync(batch, default)).Count > 0)
        {
            // all that the first item told
        }

        await outbox.LookAsync(db => db.Deliveries.Where(d => d.State == DeliveryState.Sending).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Sent)));
        Assert.Empty(await queue.ClaimAsync(1, default));
        await outbox.Get<FanOut>().StepAsync(default);
        Assert.NotEmpty(await queue.ClaimAsync(1, default));
    }

    [Fact]
    public async Task A_confirmation_edits_the_message_once_even_where_it_holds_several_changes()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Journalist);
        foreach (var subject in (string[])["Znak", "Babaryka"]) await outbox.AlertAsync(subject, item: 1);
        await outbox.RunToEndAsync();
        foreach (var subject in (string[])["Znak", "Babaryka"]) await outbox.AlertAsync(subject, item: 2, AlertType.Edit, Standing.Confirmed);
        await outbox.RunToEndAsync();

        var message = Assert.Single(outbox.In(Journalist));
        Assert.StartsWith("2 changes in one report\nConfirmed", message.Text, StringComparison.Ordinal);
        Assert.Equal(1, message.Edits);
    }

    [Fact]
    public async Task A_retraction_answers_the_first_message_and_reaches_exactly_those_who_got_it()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Mother);
        await outbox.AlertAsync("Stefanovich", item: 1);
        await outbox.RunToEndAsync();
        await outbox.SubscribeAsync(Journalist);
        await outbox.AlertAsync("Stefanovich", item: 2, AlertType.Correction, Standing.Retracted);
        await outbox.RunToEndAsync();

        Assert.Equal(2, outbox.In(Mother).Count);
        Assert.Equal(outbox.In(Mother)[0].MessageId, outbox.In(Mother)[1].ReplyTo);
        Assert.StartsWith("Correction. Stefanovich", outbox.In(Mother)[1].Text, StringComparison.Ordinal);
        Assert.Empty(outbox.In(Journalist));
    }

    [Fact]
    public async Task What_was_overruled_before_it_was_sent_is_not_sent()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Mother, adjust: s => s.QuietHours = "10:00-20:00");
        await outbox.AlertAsync("Stefanovich", item: 1);
        await outbox.RunAsync();
        await outbox.AlertAsync("Stefanovich", item: 2, AlertType.Correction, Standing.Retracted);
        await outbox.RunToEndAsync();
        Assert.Empty(outbox.In(Mother));
    }

    [Fact]
    public async Task Who_wants_only_what_is_confirmed_hears_of_it_when_it_is()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Mother, adjust: s => s.OnlyConfirmed = true);
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.RunToEndAsync();
        Assert.Empty(outbox.In(Mother));
        await outbox.AlertAsync("Znak", item: 2, AlertType.Edit, Standing.Confirmed);
        await outbox.RunToEndAsync();
        Assert.StartsWith("Znak: free\nConfirmed", Assert.Single(outbox.In(Mother)).Text, StringComparison.Ordinal);
        await outbox.AlertAsync("Znak", item: 3, AlertType.Edit, Standing.Confirmed, ClaimKind.Pardoned);
        await outbox.RunToEndAsync();
        Assert.Equal(1, Assert.Single(outbox.In(Mother)).Edits);
    }

    [Fact]
    public async Task A_digest_gathers_and_neither_death_nor_correction_nor_a_chosen_person_waits_for_it()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Mother, [Follow.All, "Znak"], s => (s.Rhythm, s.TimeZone) = (Rhythm.Daily, "Europe/Vilnius"));
        await outbox.AlertAsync("Babaryka", item: 1);
        await outbox.AlertAsync("Haluza", item: 2);
        await outbox.AlertAsync("Znak", item: 3);
        await outbox.AlertAsync("Fiaduta", item: 4, kind: ClaimKind.Died);
        await outbox.RunToEndAsync();
        Assert.Equal(["Znak: free", "Fiaduta: reported dead"], outbox.In(Mother).Select(m => m.Text.Split('\n')[0]));

        outbox.Clock.PutForwardTo(new DateTimeOffset(2025, 12, 14, 6, 59, 0, TimeSpan.Zero));
        await outbox.RunToEndAsync();
        Assert.Equal(2, outbox.In(Mother).Count);
        outbox.Clock.PutForwardTo(new DateTimeOffset(2025, 12, 14, 7, 0, 1, TimeSpan.Zero));
        await outbox.RunToEndAsync();
        var digest = outbox.In(Mother)[2];
        Assert.StartsWith("In brief: 2 changes\n• 13 December 2025: Babaryka: free (not yet confirmed)\n• 13 December 2025: Haluza", digest.Text, StringComparison.Ordinal);

        await outbox.AlertAsync("Haluza", item: 5, AlertType.Correction, Standing.Disputed);
        await outbox.RunToEndAsync();
        Assert.Equal(digest.MessageId, outbox.In(Mother)[3].ReplyTo);
    }

    [Fact]
    public async Task Quiet_hours_hold_everything_but_the_chosen_and_end_on_the_chats_own_clock()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Mother, [Follow.All, "Znak"], s => (s.QuietHours, s.TimeZone) = ("22:00-08:00", "Europe/Warsaw"));
        outbox.Clock.PutForwardTo(new DateTimeOffset(2025, 12, 13, 23, 0, 0, TimeSpan.Zero)); // midnight in Warsaw
        await outbox.AlertAsync("Babaryka", item: 1);
        await outbox.AlertAsync("Znak", item: 2);
        await outbox.RunAsync();
        Assert.StartsWith("Znak", Assert.Single(outbox.In(Mother)).Text, StringComparison.Ordinal);
        outbox.Clock.PutForwardTo(new DateTimeOffset(2025, 12, 14, 6, 59, 0, TimeSpan.Zero));
        await outbox.RunAsync();
        Assert.Single(outbox.In(Mother));
        outbox.Clock.PutForwardTo(new DateTimeOffset(2025, 12, 14, 7, 0, 1, TimeSpan.Zero));
        await outbox.RunAsync();
        Assert.StartsWith("Babaryka", outbox.In(Mother)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silent_without_links_means_no_sound_and_not_one_address()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Mother, adjust: s => (s.Silent, s.NoLinks) = (true, true));
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.RunToEndAsync();
        var message = Assert.Single(outbox.In(Mother));
        Assert.True(message.Silent);
        Assert.DoesNotContain("://", message.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_people_go_first_whatever_was_committed_before()
    {
        await using var outbox = await Outbox.OpenAsync();
        for (var chat = 1; chat <= 40; chat++) await outbox.SubscribeAsync(Journalist + chat);
        await outbox.SubscribeAsync(Mother, ["Znak"]);
        await outbox.AlertAsync("Babaryka", item: 1);
        await outbox.AlertAsync("Znak", item: 2);
        await outbox.RunToEndAsync();
        Assert.Contains(Mother, outbox.Telegram.CallsOf("sendMessage").Take(40).Select(c => c.ChatId!.Value)); // of 81; the first 32 may be on their way before hers is written
    }

    [Fact]
    public async Task A_topic_that_is_gone_and_a_group_that_moved_are_followed()
    {
        const long moved = -1_001_000_000_999;
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Group, adjust: s => s.ThreadId = 7);
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.RunToEndAsync();
        Assert.Null(Assert.Single(outbox.In(Group)).ThreadId);
        Assert.Null(await outbox.LookAsync(db => db.Subscribers.Select(s => s.ThreadId).SingleAsync()));

        outbox.Telegram.Chats.Add(moved, "supergroup");
        outbox.Telegram.Faults.ForChat(Group, Fault.Migrated(moved));
        await outbox.AlertAsync("Babaryka", item: 2);
        await outbox.RunToEndAsync();
        Assert.StartsWith("Babaryka", Assert.Single(outbox.In(moved)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_suspended_and_a_channel_that_refuses_is_tried_again()
    {
        const long channel = -1_001_000_000_555;
        await using var outbox = await Outbox.OpenAsync(channel: "-1001000000555");
        await outbox.SubscribeAsync(Mother);
        await outbox.SubscribeAsync(channel, adjust: s => (s.ChatHash, s.ChatCipher) = (SubscriberRow.Channel, SubscriberRow.Channel));
        outbox.Telegram.Faults.ForChat(Mother, Fault.Blocked);
        outbox.Telegram.Faults.Next("sendMessage", Fault.Refusal(403, "Forbidden: bot is not a member of the channel chat"), Fault.Refusal(403, "Forbidden: bot is not a member of the channel chat"));
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.RunAsync();
        outbox.Telegram.Faults.ForChat(Mother, null);
        await outbox.RunToEndAsync();
        Assert.NotNull((await outbox.LookAsync(db => db.Subscribers.SingleAsync(s => s.ChatHash != SubscriberRow.Channel))).SuspendedAt);
        Assert.Single(outbox.In(channel));
    }

    [Fact]
    public async Task Markup_that_is_refused_is_sent_once_more_as_plain_text()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Mother);
        outbox.Telegram.Faults.Next("sendMessage", Fault.Refusal(400, "Bad Request: can't parse entities: whatever"));
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.RunToEndAsync();
        Assert.DoesNotContain("<b>", Assert.Single(outbox.In(Mother)).Sent, StringComparison.Ordinal);
        Assert.Equal(2, outbox.Telegram.CallsOf("sendMessage").Count);
    }

    [Fact]
    public async Task An_unknown_outcome_is_repeated_once_and_says_so()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Mother);
        outbox.Telegram.Faults.Next("sendMessage", Fault.Cut with { AfterAccept = true });
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.RunToEndAsync();
        Assert.Equal(2, outbox.In(Mother).Count);
        Assert.DoesNotContain("may reach you twice", outbox.In(Mother)[0].Text, StringComparison.Ordinal);
        Assert.Contains("may reach you twice", outbox.In(Mother)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_stops_everything_and_is_not_hammered()
    {
        await using var outbox = await Outbox.OpenAsync();
        for (var chat = 1; chat <= 100; chat++) await outbox.SubscribeAsync(Journalist + chat);
        for (var n = 0; n < 100; n++) outbox.Telegram.Faults.Next("sendMessage", Fault.Unauthorized);
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.RunAsync();
        Assert.InRange(outbox.Telegram.CallsOf("sendMessage").Count, 1, 32);
        outbox.Telegram.Faults.None();
        await outbox.RestartAsync();
        await outbox.RunToEndAsync();
        Assert.All(Enumerable.Range(1, 100), chat => Assert.Single(outbox.In(Journalist + chat)));
    }

    [Fact]
    public async Task When_several_chats_are_told_to_wait_at_once_all_wait_and_a_restart_does_not_shorten_it()
    {
        await using var outbox = await Outbox.OpenAsync();
        for (var chat = 1; chat <= 100; chat++) await outbox.SubscribeAsync(Journalist + chat);
        for (var n = 0; n < 40; n++) outbox.Telegram.Faults.Next("sendMessage", Fault.TooManyRequests(60));
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.RunAsync();
        outbox.Telegram.Faults.None();
        var told = outbox.Telegram.CallsOf("sendMessage").Count;
        Assert.InRange(told, 3, 40);
        await outbox.RestartAsync();
        await outbox.RunAsync();
        Assert.Equal(told, outbox.Telegram.CallsOf("sendMessage").Count);
        outbox.Clock.PutForwardTo(outbox.Clock.GetUtcNow() + TimeSpan.FromSeconds(61));
        await outbox.RunToEndAsync();
        Assert.All(Enumerable.Range(1, 100), chat => Assert.Single(outbox.In(Journalist + chat)));
    }

    [Fact]
    public async Task A_private_chat_gets_one_a_second_and_a_group_twenty_a_minute()
    {
        await using var outbox = await Outbox.OpenAsync(spacing: TimeSpan.FromSeconds(1));
        await outbox.SubscribeAsync(Mother);
        await outbox.SubscribeAsync(Group);
        for (var item = 1; item <= 5; item++) await outbox.AlertAsync($"person-{item}", item);
        await outbox.RunToEndAsync();
        Assert.All(Gaps(outbox, Mother), gap => Assert.True(gap >= TimeSpan.FromSeconds(1)));
        Assert.All(Gaps(outbox, Group), gap => Assert.True(gap >= TimeSpan.FromSeconds(3)));
    }

    private static List<TimeSpan> Gaps(Outbox outbox, long chat)
    {
        var times = outbox.Telegram.CallsOf("sendMessage").Where(c => c.ChatId == chat).Select(c => c.At).ToList();
        Assert.Equal(5, times.Count);
        return [.. times.Zip(times.Skip(1), (a, b) => b - a)];
    }
}
