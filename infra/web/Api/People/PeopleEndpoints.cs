using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.People;
using VksServerless.Documents.People;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.People;

/// <summary>The register of persons: who has which role for which unit, and when.</summary>
public sealed class PeopleEndpoints(IPeople people, KeepPeople keep) : IEndpoints
{
    // A little more than the register's own reader takes, so that its refusal is the one that is heard.
    private const long LargestFile = PeopleCsv.MaxBytes + (1024 * 1024);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("people", ListPeople);
        api.MapGet("people/me", ReadMyPosts).WithMetadata(new WithoutPostAttribute());
        api.MapPut("people", ReplacePeople);
    }

    [Operation("Danh sách cán bộ và vai trò theo ngày; địa chỉ thư chỉ cho quản trị", typeof(PageView<PersonView>), Paged = true)]
    public async Task<IResult> ListPeople(HttpRequest request, CancellationToken cancellation)
    {
        var paging = Permission.ReadsPeople(request.Caller())
            ? Paging.Read(request, usual: 200, max: 1000)
            : AccessRefusals.NotPermitted;
        if (paging.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (register, etag) = await people.Read(cancellation);
        _ = int.TryParse(paging.Value.Continuation, out var from);
        var items = register.People.Skip(from).Take(paging.Value.Size).ToList();
        var next = from + items.Count < register.People.Count ? $"{from + items.Count}" : null;
        return Reply.Ok(
            new Page<Person>(items, next).ToView(person => PersonView.Of(person, request.Caller())), Conditions.Encode(etag));
    }

    [Operation("Tôi là ai: họ tên và các vai trò hôm nay, chọn một bằng tiêu đề Vks-Post", typeof(MyPostsView))]
    public static IResult ReadMyPosts(HttpRequest request) => Reply.Ok(MyPostsView.Of(request.PostsToday()));

    [Operation(
        "Thay danh sách cán bộ bằng một tệp CSV, mỗi vai trò của một người một dòng; mọi lỗi được nêu theo từng dòng. ?dryRun=true: chỉ " +
        "xem thay đổi, không ghi", typeof(PeopleDifferenceView), Condition = Condition.ReadOrNew, Query = ["dryRun"])]
    [TakesFile("text/csv")]
    public async Task<IResult> ReplacePeople(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsPeople(request.Caller()))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        RequestBody.Allow(request, LargestFile);
        var condition = Conditions.Read(request);
        var dryRun = DryRun.Of(request);
        var lines = condition.Refused || dryRun.Refused ? default : await PeopleCsv.Read(request.Body, cancellation);
        if ((condition.Refusal ?? dryRun.Refusal ?? lines.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var read = Conditions.ETagOf(condition.Value) ?? ETag.None;
        return (await keep.Replace(lines.Value, read, dryRun.Value, cancellation)).ToReply(changed =>
            Reply.Ok(PeopleDifferenceView.Of(changed.Value), Conditions.Encode(changed.ETag)));
    }
}

/// <param name="Id">What the issuer calls the person.</param>
/// <param name="Mail">Only for the administrator.</param>
public sealed record PersonView(PersonId Id, string Name, string? Mail, IReadOnlyList<PostView> Posts)
{
    public static PersonView Of(Person person, Caller caller) => new(
        person.Id, person.Name, Permission.KeepsPeople(caller) ? person.Mail : null, [.. person.Posts.Select(PostView.Of)]);
}

/// <param name="From">First day, in Vietnam.</param>
/// <param name="To">Last day; null: until further notice.</param>
/// <param name="InPlaceOf">Whom the person stands in for; null: the post is the person's own.</param>
public sealed record PostView(Role Role, UnitCode Unit, DateOnly From, DateOnly? To, PersonId? InPlaceOf)
{
    public static PostView Of(Post post) => new(post.Role, post.Unit, post.From, post.To, post.InPlaceOf);
}

/// <param name="Posts">Those held today.</param>
public sealed record MyPostsView(string Name, IReadOnlyList<MyPostView> Posts)
{
    public static MyPostsView Of(IReadOnlyList<Caller> posts) =>
        new(posts[0].Name, [.. posts.Select(post => new MyPostView(post.Post, post.Role, post.Unit))]);
}

/// <param name="Post">What the header Vks-Post says to choose it, e.g. unit-head@T84.</param>
public sealed record MyPostView(string Post, Role Role, UnitCode Unit);

/// <param name="Changes">Person by person, at most 500.</param>
public sealed record PeopleDifferenceView(int Added, int Changed, int Gone, IReadOnlyList<PersonChangeView> Changes)
{
    private const int Most = 500;

    public static PeopleDifferenceView Of(PeopleDifference difference) => new(
        difference.Count(PersonChangeKind.Added), difference.Count(PersonChangeKind.Changed), difference.Count(PersonChangeKind.Gone),
        [.. difference.Changes.Take(Most).Select(change => new PersonChangeView(change.Person, change.Name, change.Kind, change.What))]);
}

/// <param name="What">A sentence for each change.</param>
public sealed record PersonChangeView(PersonId Person, string Name, PersonChangeKind Kind, IReadOnlyList<string> What);
