using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Monitor.Privacy;

/// <summary>
/// The only code that turns a chat id into what is stored, and back: a keyed hash to look it up, a ciphertext to write to it. Both keys
/// live in <c>Privacy:KeyDirectory</c>; without that folder a stolen database names nobody.
/// </summary>
public sealed class ChatVault
{
    private const string HashKeyFile = "chat-hash.key";
    private const int HashKeyBytes = 32;
    private readonly IDataProtector _protector;
    private readonly byte[] _hashKey;

    public ChatVault(IDataProtectionProvider protection, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _protector = protection.CreateProtector("Monitor.ChatId.v1");
        _hashKey = HashKey(settings.KeyDirectory);
    }

    /// <summary>The same chat always gives the same hash; a hash tells nothing without the key.</summary>
    public string Hash(long chatId) => Convert.ToHexString(HMACSHA256.HashData(_hashKey, Encoding.ASCII.GetBytes(Digits(chatId))));

    public string Encipher(long chatId) => _protector.Protect(Digits(chatId));

    /// <summary>Null where the keys that enciphered it are gone (destroyed on purpose, or another machine's).</summary>
    public long? Decipher(string cipher)
    {
        try
        {
            return long.Parse(_protector.Unprotect(cipher), CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Digits(long chatId) => chatId.ToString(CultureInfo.InvariantCulture);

    private static byte[] HashKey(string directory)
    {
        var path = Path.Combine(directory, HashKeyFile);
        if (File.Exists(path))
        {
            var stored = File.ReadAllBytes(path);
            return stored.Length == HashKeyBytes ? stored : throw new UnavailableException($"{path} is damaged: it holds {stored.Length} bytes instead of {HashKeyBytes}. Restore it from your backup of the keys");
        }

        var key = RandomNumberGenerator.GetBytes(HashKeyBytes);
        KeyFolder.WritePrivately(path, key);
        return key;
    }
}
