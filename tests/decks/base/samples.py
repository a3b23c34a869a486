"""The sample slides: texts of the knowledge base, written down once, as the program would place them."""

FOOTER = "As of 26 November 2026  ·  revision 3f9a1c2e  ·  sources on slide 8"

TITLE = {
    "layout": "Title",
    "texts": [
        ('type="ctrTitle"', ["Containers or serverless: what it costs and what it binds"]),
        ('type="subTitle" idx="1"', ["Containers vs Serverless", ("As of 26 November 2026  ·  revision 3f9a1c2e", 1)]),
    ],
    "notes": ["Every number of this deck has its source and the day on which it was read on the last slides."],
}

HEADLINE = {
    "layout": "Table",
    "texts": [('type="title"', ["Where containers and serverless differ most"])],
    "table": {
        "name": "tradeoff:headline",
        "alt": "Table: Containers and Serverless compared on 8 questions. [tradeoff:headline@ab12cd34]",
        "size": 1400,
        "row_height": 304800,
        "widths": [26, 37, 37],
        "rows": [
            ["", "Containers", "Serverless"],
            "Cost",
            ["Cost while idle", "One node: 143 USD/month; advised 300–500 USD/month", "Nothing on demand; storage and NAT gateways remain"],
            ["Cost at sustained load", "0.049–0.073 USD/h, if the nodes are full", "0.12 USD/h, 2.4 times the Fargate price"],
            "Performance and scale",
            ["Cold start latency", "None while a replica runs", "15 ms Rust, 101 ms Python, 240 ms .NET, median"],
            ["Scaling reaction", "5 s with node and image at hand, else minutes", "1,000 environments every 10 s for each function"],
            "What it can run",
            ["Execution limits", "None beyond the node", "15 min, 10 GB memory, 6 MB payload"],
            "Operation and control",
            ["Operations effort", "20–40 % of an engineer for a small cluster", "Runtime versions, quotas and roles"],
            ["Tenant isolation", "Shared kernel, unless a sandbox is added", "A Firecracker microVM under every function"],
            ["Portability", "OCI image and Kubernetes API; storage and identity differ", "Handler and event formats differ by provider"],
        ],
    },
    "footer": FOOTER,
    "notes": [
        "Two columns hide the other three: serverless containers answer like containers in some rows, like functions in others.",
        "Sources:",
        "Lambda quotas. AWS Docs, copies of 2026, read 23 November 2026. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
    ],
}

DECISION = {
    "layout": "Decision",
    "texts": [
        ('type="title"', ["HTTP API with spiky traffic"]),
        ('type="body" sz="quarter" idx="13"', ["Clear", ("Functions come first in all 10,000 draws; in 97 % with ranges doubled.", 1)]),
        (
            'type="body" sz="half" idx="1"',
            [
                "Why",
                ("Cost per month counts most (46 %): capacity for the peak would stand idle at night.", 1),
                ("Scaling reaction (26 %): bursts arrive within seconds, and a function adds 1,000 environments every 10 s.", 1),
                ("Operations effort (16 %): two developers run it beside their other work.", 1),
                "Ruled out",
                ("Edge functions: an isolate has less memory than the code needs, and no native libraries.", 1),
            ],
        ),
        (
            'type="body" sz="quarter" idx="14"',
            [
                "What would change it",
                ("When the quiet hours fill up, it becomes an interface with steady traffic.", 1),
                ("If the first answer after a pause must never wait, keep copies running.", 1),
                "Runner-up",
                ("Serverless containers, first in 3 % of the draws with ranges doubled.", 1),
            ],
        ),
    ],
    "footer": FOOTER,
    "notes": ["Functions follow a burst within a second and cost nothing in the quiet hours.", "Sources:", "Lambda quotas. AWS Docs, copies of 2026, read 23 November 2026."],
}

SLIDES = [TITLE, HEADLINE, DECISION]
