using Microsoft.AspNetCore.Http;

namespace VksServerless.Web.Door;

/// <summary>The Idempotency-Key header.</summary>
public static class IdempotencyHeader
{
    private static readonly Refusal Missing = new(
        RefusalKind.Malformed, "idempotency-key-missing", "Thiếu Idempotency-Key",
        "Gửi kèm tiêu đề Idempotency-Key, từ 8 đến 100 ký tự, riêng cho mỗi lần tạo.");

    private static readonly Refusal Unfit = new(
        RefusalKind.Malformed, "idempotency-key-invalid", "Idempotency-Key không hợp lệ", "");

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
