using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using VksServerless.Documents.Welcome;

namespace VksServerless.Documents.Tests.Welcome;

public class The_welcome_page
{
    private static readonly WelcomeModel Model = new(
        "/sign-in",
        "",
        [new SamplePerson("p-c2", "Trần Thị <Bình>", "Chuyên viên", "Cục 2"), new SamplePerson("p-vt", "Lê Minh Trí", "Lãnh đạo", "VKSND tối cao")],
        [new WelcomeLink("Thư đã gửi", "/mails?a=1&b=2", "Thông báo đã gửi.")]);

    [Fact]
    public void Lets_one_sign_in_as_each_of_the_sample_people()
    {
        var forms = Read(Model).QuerySelectorAll<IHtmlFormElement>("form").ToList();

        forms.Select(form => (form.Method, form.GetAttribute("action"))).ShouldBe([("post", "/sign-in"), ("post", "/sign-in")]);
        forms.Select(form => form.QuerySelector<IHtmlInputElement>("input[name=person]")!.Value).ShouldBe(["p-c2", "p-vt"]);
        forms[0].QuerySelector("button strong")!.TextContent.ShouldBe("Trần Thị <Bình>");
    }

    [Fact]
    public void Links_to_where_one_may_go()
    {
        var link = Read(Model).QuerySelectorAll("main a").ShouldHaveSingleItem();

        (link.GetAttribute("href"), link.TextContent).ShouldBe(("/mails?a=1&b=2", "Thư đã gửi"));
    }

    [Fact]
    public void Says_who_is_signed_in_if_anyone_is()
    {
        Read(Model).QuerySelector(".signed").ShouldBeNull();
        Read(Model with { SignedInAs = "Lê Minh Trí" }).QuerySelector(".signed strong")!.TextContent.ShouldBe("Lê Minh Trí");
    }

    private static IHtmlDocument Read(WelcomeModel model) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(WelcomePage.Render(model).Span));
}
