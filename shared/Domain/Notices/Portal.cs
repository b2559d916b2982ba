namespace VksServerless.Notices;

/// <summary>Where a reader of a notice goes to act on it, and whom he asks.</summary>
/// <param name="address">Asked at each notice: a host may learn its own address late. Null or empty: none is named.</param>
/// <param name="contact">In words, e.g. an office with its telephone number.</param>
public sealed class Portal(Func<string?> address, string contact)
{
    public const string UsualContact = "Cục Thống kê tội phạm và Công nghệ thông tin (Cục 2), Viện kiểm sát nhân dân tối cao";

    public string? Address => address();

    /// <param name="page">A path, see <see cref="PortalPath"/>.</param>
    /// <returns>Null: the portal's own address is not known.</returns>
    public string? AddressOf(string page) => address() is { Length: > 0 } portal ? portal.TrimEnd('/') + page : null;

    public string Contact => contact;
}
