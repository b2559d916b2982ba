using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using VksServerless.Functions.Access;

namespace VksServerless.Functions.Http;

/// <summary>
/// What creates asks for an Idempotency-Key, and the key is kept with what it makes, in the same transaction: a cycle and an
/// attachment are named after it, a version of a report bears it. So the same request is answered from what it made, whatever
/// has happened since; another request under the key is refused; and nothing is reserved that a crash could leave behind.
/// A refused request makes nothing, so that a mended one may use its key again.
/// </summary>
/// <param name="Person">A key is this person's alone.</param>
/// <param name="Text">As it was sent: 8 to 100 visible characters. It counts where it makes something: among the cycles, in one report.</param>
public sealed record IdempotencyKey(string Person, string Text)
{
    private static readonly Refusal Missing = new(
        RefusalKind.Malformed, "idempotency-key-missing", "Thiếu Idempotency-Key", "Gửi kèm tiêu đề Idempotency-Key, từ 8 đến 100 ký tự, riêng cho mỗi lần tạo.");

    private static readonly Refusal Unfit = new(
        RefusalKind.Malformed, "idempotency-key-invalid", "Idempotency-Key không hợp lệ", "");

    /// <summary>32 hexadecimal digits that stand for the person and the key.</summary>
    public string Name => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Person}\n{Text}")))[..32];

    public static Outcome<IdempotencyKey> Of(HttpRequest request) => request.Headers["Idempotency-Key"] switch
    {
        [] or [""] => Missing,
        [{ Length: < 8 } text] => Unfit with { Detail = $"Idempotency-Key quá ngắn: {text.Length} ký tự, cần từ 8 đến 100." },
        [{ Length: > 100 } text] => Unfit with { Detail = $"Idempotency-Key quá dài: {text.Length} ký tự, cần từ 8 đến 100." },
        [{ } text] when text.All(c => c is > ' ' and <= '~') => new IdempotencyKey(request.Caller().Person, text),
        [_] => Unfit with { Detail = "Idempotency-Key chỉ gồm chữ không dấu, số và dấu thông thường, không có dấu cách." },
        _ => Unfit with { Detail = "Gửi đúng một Idempotency-Key." },
    };
}
