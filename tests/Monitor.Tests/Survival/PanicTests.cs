using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Privacy;
using Monitor.Tests.Support;

namespace Monitor.Tests.Survival;

/// <summary>The worst day, rehearsed: the service runs, the machine is about to be taken, one command is typed.</summary>
[Collection(Alone.Name)]
public sealed class PanicTests
{
    private const long Reader = 5_123_456_789_012;

    [Fact]
    public async Task Panic_ends_the_service_and_leaves_neither_keys_nor_readers_and_a_copy_stolen_before_names_nobody()
    {
        await using var house = await ServiceHouse.OpenAsync();
        var service = await house.StartReadyAsync();
        await house.SubscribeAsync(Reader);
        var row = await house.LookAsync(db => db.Subscribers.SingleAsync());
        Assert.Equal(Reader, Decipher(house.Keys, row.ChatCipher));
        var stolen = Path.Combine(house.Folder, "stolen.db");
        Assert.Equal(0, (await house.RunAsync("", "backup", stolen)).Code);

        var (refused, _, question) = await house.RunAsync("no\n", "panic");
        Assert.Equal(64, refused);
        Assert.Contains("cannot be undone", question, StringComparison.Ordinal);
        Assert.Equal(Reader, Decipher(house.Keys, row.ChatCipher));

        var (code, output, errors) = await house.RunAsync("", "panic", "--yes");
        Assert.True(code == 0, errors);
        Assert.Contains("@BotFather, /revoke", output, StringComparison.Ordinal);
        Assert.DoesNotContain("STILL RUNS", output, StringComparison.Ordinal);
        Assert.Equal(0, await service.EndAsync());
        Assert.True(service.Said("no longer leads"));

        Assert.Empty(Directory.EnumerateFiles(house.Keys));
        string[] traces = [row.ChatHash, row.ChatCipher, Reader.ToString(CultureInfo.InvariantCulture)];
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(house.Database)!)) Assert.DoesNotContain(traces, trace => Holds(file, trace));
        Assert.False(Holds(stolen, traces[2]));
        var kept = await house.LookAsync(db => db.Subscribers.SingleAsync(), stolen);
        Assert.Null(Decipher(Path.Combine(house.Folder, "other-keys"), kept.ChatCipher));
        Assert.NotEqual(kept.ChatHash, Vault(Path.Combine(house.Folder, "other-keys")).Hash(Reader));
    }

    [Fact]
    public async Task Panic_is_confirmed_by_typing_the_word_and_works_where_nothing_runs_or_is_stored()
    {
        await using var house = await ServiceHouse.OpenAsync();
        var (code, output, _) = await house.RunAsync("destroy\n", "panic");
        Assert.Equal(0, code);
        Assert.Contains("0 keys", output, StringComparison.Ordinal);
        Assert.False(File.Exists(house.Database));
    }

    private static long? Decipher(string keys, string cipher) => Vault(keys).Decipher(cipher);

    private static ChatVault Vault(string keys)
    {
        var settings = Settings.From(new ConfigurationBuilder().AddCommandLine([$"--Privacy:KeyDirectory={keys}"]).Build());
        return new ServiceCollection().AddLogging().AddSingleton(settings).AddKeys(settings).BuildServiceProvider().GetRequiredService<ChatVault>();
    }

    private static bool Holds(string file, string text) => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
