using Microsoft.Playwright;
using VksServerless.EndToEnd.Portal;

namespace VksServerless.EndToEnd.Pages;

/// <summary>The system's own Chromium, the one without a window where it is installed apart: it starts and draws faster. Where there is none, the test that needs it fails.</summary>
public sealed class ABrowser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        var program = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("There is no Chromium on the PATH; test.sh installs it.");
        _playwright = await Playwright.CreateAsync();

        // Chromium's sandbox refuses to run as root, which a build machine often is.
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = program, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] });
    }

    /// <summary>A fresh visitor, not signed in.</summary>
    /// <param name="script">Whether the browser runs scripts.</param>
    /// <param name="locale">Of the device, e.g. vi-VN; null: the usual.</param>
    /// <param name="agent">What the browser says it is; null: the truth.</param>
    public async Task<Visitor> Visit(Uri site, int width = 1200, bool script = true, string? locale = null, string? agent = null)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = width, Height = 850 },
            JavaScriptEnabled = script,
            Locale = locale,
            UserAgent = agent,
        });
        return new Visitor(context, await context.NewPageAsync(), site);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>Watches what a page does while one looks at it.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether a click leads elsewhere, unless a script of the page takes it over, which is noted.</summary>
    private const string Leads =
        """
        element => {
          window.isTakenOver = false;
          const note = event => { window.isTakenOver ||= event.defaultPrevented; };
          for (const kind of ["click", "submit"]) window.addEventListener(kind, note, { once: true });
          const link = element.closest("a[href]");
          return link ? link.href.split("#")[0] !== location.href.split("#")[0] : !!element.form && element.type === "submit";
        }
        """;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Visitor(IBrowserContext context, IPage page, Uri site)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Complain(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Complain(true, $"error: {error}");
        page.Dialog += (_, dialog) => Complain(true, $"dialog: {dialog.Message}");
        page.Request += (_, request) =>
            Complain(!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal), $"request: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>What the browser or the page complained of, and what it asked of others.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    /// <summary>Signs in as a sample person, in place of any other.</summary>
    public async Task SignIn(string person)
    {
        await Page.GotoAsync("/portal/sign-in");
        await this.SignInToPortal(person);
    }

    /// <summary>
    /// Clicks; where that leads to another page or to a file, until it has come as a whole: a form is sent some time after the click has
    /// returned, and a page that begins is read in parts.
    /// </summary>
    public async Task Click(ILocator target)
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Navigated(object? sender, IFrame frame) => come.TrySetResult();
        void Downloads(object? sender, IDownload download) => come.TrySetResult();
        var leads = await target.EvaluateAsync<bool>(Leads);
        Page.FrameNavigated += Navigated;
        Page.Download += Downloads;
        try
        {
            await target.ClickAsync();
            if (leads && !come.Task.IsCompleted && !await IsTakenOver())
            {
                await come.Task.WaitAsync(Patience);
            }

            await IsWhole();
        }
        finally
        {
            Page.FrameNavigated -= Navigated;
            Page.Download -= Downloads;
        }
    }

    /// <summary>By how much the page is wider than the screen.</summary>
    public Task<int> Overflow() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>Until the page has been read to its end. Asked of the page itself: the event may have passed before one waits for it.</summary>
    private async Task IsWhole()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await StateOfDocument() is null or "loading")
        {
            await Task.Delay(Look, patience.Token);
        }
    }

    private async Task<string?> StateOfDocument()
    {
        try
        {
            return await Page.EvaluateAsync<string>("document.readyState");
        }
        catch (PlaywrightException)
        {
            // Between two pages.
            return null;
        }
    }

    /// <summary>Whether a script of the page did by itself what was clicked.</summary>
    private async Task<bool> IsTakenOver()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("window.isTakenOver === true");
        }
        catch (PlaywrightException)
        {
            // The page has gone.
            return false;
        }
    }

    private void Complain(bool wrong, string what)
    {
        if (wrong)
        {
            lock (_complaints)
            {
                _complaints.Add(what);
            }
        }
    }
}
