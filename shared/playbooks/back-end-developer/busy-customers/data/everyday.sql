-- Counts of one and of two digits, so that an order by text shows; equal totals, so that counting distinct totals shows.
INSERT INTO customers VALUES (1, 'Haas'), (2, 'Diaz'), (3, 'Chen'), (4, 'Abate'), (5, 'Novak'), (6, 'Eriksen');
INSERT INTO orders
SELECT n, 1, 25.00, timestamptz '2024-03-01 10:00:00+00' + n * interval '1 day' FROM generate_series(1, 5) n;
INSERT INTO orders
SELECT 100 + n, 2, 9.90, timestamptz '2024-05-01 10:00:00+00' + n * interval '3 days' FROM generate_series(1, 12) n;
INSERT INTO orders
SELECT 200 + n, 3, 40.00 + n, timestamptz '2024-08-01 10:00:00+00' + n * interval '1 day' FROM generate_series(1, 4) n;
INSERT INTO orders
SELECT 300 + n, 4, 500.00, timestamptz '2024-02-01 10:00:00+00' + n * interval '1 day' FROM generate_series(1, 2) n;
-- Busy, but in another year.
INSERT INTO orders
SELECT 400 + n, 5, 60.00, timestamptz '2022-06-01 10:00:00+00' + n * interval '1 day' FROM generate_series(1, 9) n;
