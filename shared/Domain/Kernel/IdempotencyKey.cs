using System.Security.Cryptography;
using System.Text;

namespace VksServerless.Kernel;

/// <summary>
/// A request that creates something carries a key, and the key is stored with what it creates, in the same transaction: a
/// cycle and an attachment are named after it, a version of a report carries it. So the same request is answered from what it
/// made, whatever has happened since; another request under the key is refused; and nothing is reserved that a crash could
/// leave behind. A refused request makes nothing, so a corrected one may use its key again.
/// </summary>
/// <param name="Person">A key is this person's alone.</param>
/// <param name="Text">As it was sent: 8 to 100 visible characters. It counts where it makes something: among the cycles, in one
/// report.</param>
public sealed record IdempotencyKey(PersonId Person, string Text)
{
    /// <summary>32 hexadecimal digits that stand for the person and the key.</summary>
    public string Name => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Person}\n{Text}")))[..32];
}
