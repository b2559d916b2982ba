using Microsoft.AspNetCore.Http;
using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Documents.Publications;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Web.Portal.Opinions;

/// <summary>Which opinions of a cycle are asked for, as it stands in the address.</summary>
/// <param name="State">unanswered, accepted or explained; anything else: all.</param>
/// <param name="Field">The question that they answer; empty: any.</param>
/// <param name="Search">Part of the unit's name, its code, or part of what is said.</param>
public sealed record OpinionFilter(string State, string Field, string Search)
{
    internal static IReadOnlyList<(string State, string Name)> States { get; } =
    [
        ("", "Tất cả"), ("unanswered", "Chưa trả lời"), ("accepted", NameOf(ReplyKind.Accepted)),
        ("explained", NameOf(ReplyKind.Explained)),
    ];

    internal string Query =>
        $"state={Uri.EscapeDataString(State)}&field={Uri.EscapeDataString(Field)}&search={Uri.EscapeDataString(Search)}";

    internal static string NameOf(ReplyKind kind) => kind is ReplyKind.Accepted ? "Tiếp thu" : "Giải trình";

    internal static OpinionFilter In(IQueryCollection query) => new(
        query["state"].ToString(),
        query["field"].ToString(),
        query["search"].ToString() is var search && search.Length > 200 ? search[..200] : search);

    internal IReadOnlyList<Opinion> Of(CycleOpinions all, Form form, Roster roster)
    {
        var plain = Kernel.Search.Plain(Search);
        return [.. all.Opinions.Where(opinion =>
            IsIn(all.Replies.GetValueOrDefault(opinion.Id)) && (Field.Length == 0 || opinion.Field.ToString() == Field)
                && (plain.Length == 0 || Says(opinion, form, roster, plain)))];
    }

    private bool IsIn(RecordedReply? reply) => State switch
    {
        "unanswered" => reply is null,
        "accepted" => reply?.Reply.Kind is ReplyKind.Accepted,
        "explained" => reply?.Reply.Kind is ReplyKind.Explained,
        _ => true,
    };

    private static bool Says(Opinion opinion, Form form, Roster roster, string plain) =>
        Kernel.Search.Plain(opinion.Unit.ToString()) == plain
        || Contains(roster.NameOf(opinion.Unit), plain)
        || (form.Find(opinion.Field) is { } field && OpinionLine.Of(opinion, field).Any(line => Contains(line.Text, plain)));

    private static bool Contains(string text, string plain) => Kernel.Search.Plain(text).Contains(plain, StringComparison.Ordinal);
}
