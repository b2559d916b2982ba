using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace VksServerless.Web.Door;

/// <summary>?size=1..max and ?continuation=… as given by the page before.</summary>
public sealed record Paging(int Size, string? Continuation)
{
    public static Refusal Wrong { get; } = new(
        RefusalKind.Malformed, "paging-invalid", "Phân trang không hợp lệ",
        "size phải là số nguyên trong giới hạn; continuation phải lấy từ trang trước.");

    public static Outcome<Paging> Read(HttpRequest request, int usual, int max)
    {
        var size = usual;
        if (request.Query["size"] is [{ } text]
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size >= 1 && size <= max))
        {
            return Wrong;
        }

        if (request.Query["continuation"] is not [{ Length: > 0 } token])
        {
            return new Paging(size, null);
        }

        return token.Length <= 2000 && Conditions.Decode(token) is { } continuation ? new Paging(size, continuation) : Wrong;
    }
}

/// <param name="Continuation">Pass it as ?continuation= for the next page; null on the last.</param>
public sealed record PageView<T>(IReadOnlyList<T> Items, string? Continuation);

internal static class PageViews
{
    public static PageView<TView> ToView<T, TView>(this Page<T> page, Func<T, TView> view) =>
        new([.. page.Items.Select(view)], page.Continuation is { } next ? Conditions.Encode(next) : null);
}
